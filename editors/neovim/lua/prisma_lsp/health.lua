-- :checkhealth prisma_lsp
local M = {}

-- Before Neovim 0.10 these functions had other names, before 0.8 another place.
local health = vim.health or require('health')
local start = health.start or health.report_start
local ok = health.ok or health.report_ok
local warn = health.warn or health.report_warn
local error = health.error or health.report_error

--- The command that starts the server: as it is configured, a function or a list of words.
local function command()
  local config = vim.fn.has('nvim-0.11') == 1 and vim.lsp.config['prisma_lsp'] or nil
  return config and config.cmd or require('prisma_lsp').cmd
end

local function check_program(cmd)
  if type(cmd) == 'function' then return ok('a function of yours starts the server') end
  local program = cmd[1]
  if vim.fn.executable(program) ~= 1 then
    return error(program .. (program:find('/') and ' can not be run' or ' is not on PATH'))
  end
  local version = ''
  if cmd[#cmd] == 'lsp' then
    local words = vim.list_extend({}, cmd, 1, #cmd - 1)
    version = (vim.fn.systemlist(vim.list_extend(words, { 'version' }))[1] or 'no version') .. ': '
  end
  ok(version .. vim.fn.exepath(program))
end

function M.check()
  start('prisma-lsp')
  check_program(command())
  if vim.lsp.is_enabled and vim.lsp.is_enabled('prismals') then
    warn('prismals is enabled too, so two servers answer', { "vim.lsp.enable('prismals', false)" })
  end
end

return M
