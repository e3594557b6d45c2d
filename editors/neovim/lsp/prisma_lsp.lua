-- Neovim 0.11 and newer read this by its name: vim.lsp.enable('prisma_lsp')
---@type vim.lsp.Config
return {
  cmd = { 'prisma-lsp', 'lsp' },
  filetypes = { 'prisma' },
  root_markers = { 'prisma.config.ts', 'prisma.config.js', 'package.json', '.git' },
  -- See plugin/prisma_lsp.lua.
  init_options = { clientCommands = { 'prisma-lsp.showReferences' } },
}
