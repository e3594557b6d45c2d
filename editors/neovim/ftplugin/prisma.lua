-- Prisma's layout. Editors tell the server how they indent, and the formatter follows.
vim.bo.expandtab = true
vim.bo.shiftwidth = 2
vim.bo.softtabstop = 2
vim.bo.commentstring = '// %s'
-- Newer ones do this themselves.
if vim.bo.omnifunc == '' then vim.bo.omnifunc = 'v:lua.vim.lsp.omnifunc' end
