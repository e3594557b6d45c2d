-- Prisma's layout. Editors tell the server how they indent, and the formatter follows.
vim.bo.expandtab = true
vim.bo.shiftwidth = 2
vim.bo.softtabstop = 2
vim.bo.commentstring = '// %s'
