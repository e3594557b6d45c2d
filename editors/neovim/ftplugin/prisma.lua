-- Prisma's layout. Editors tell the server how they indent, and the formatter follows.
vim.bo.expandtab = true
vim.bo.shiftwidth = 2
vim.bo.softtabstop = 2
vim.bo.commentstring = '// %s'
-- Newer ones do this themselves.
if vim.bo.omnifunc == '' then vim.bo.omnifunc = 'v:lua.vim.lsp.omnifunc' end
-- Until 0.10 completion takes for what is typed the characters of a word before the cursor, whatever the
-- server says: attributes are found only if `@` is one.
if vim.fn.has('nvim-0.11') == 0 then vim.opt_local.iskeyword:append('@-@') end
