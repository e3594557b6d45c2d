-- :checkhealth prisma_lsp
local M = {}

-- Before Neovim 0.10 these functions had other names, before 0.8 another place.
local health = vim.health or require('health')
local start = health.start or health.report_start
local ok = health.ok or health.report_ok
local warn = health.warn or health.report_warn
local error = health.error or health.report_error

function M.check()
  start('prisma-lsp')
  if vim.fn.executable('prisma-lsp') == 1 then
    local version = vim.fn.systemlist({ 'prisma-lsp', 'version' })[1] or 'no version'
    ok(version .. ': ' .. vim.fn.exepath('prisma-lsp'))
  else
    error('prisma-lsp is not on PATH')
  end
  if vim.lsp.is_enabled and vim.lsp.is_enabled('prismals') then
    warn('prismals is enabled too, so two servers answer', { "vim.lsp.enable('prismals', false)" })
  end
end

return M
