-- Starts the server for .prisma files, in every Neovim from 0.7 on.
local M = {
  --- What starts the server before Neovim 0.11: a list of words or a function, as `vim.lsp.start_client` takes it.
  cmd = { 'prisma-lsp', 'lsp' },
}

local markers = { 'prisma.config.ts', 'prisma.config.js', 'package.json', '.git' }

--- The nearest folder from the file up that holds one of the markers, else the file's folder.
local function root(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  for _, marker in ipairs(markers) do
    local found = vim.fn.findfile(marker, folder .. ';')
    if found == '' then found = vim.fn.finddir(marker, folder .. ';') end
    if found ~= '' then return vim.fn.fnamemodify(found, ':p:s?/$??:h') end
  end
  return folder
end

--- @param options table|nil `cmd`, `on_attach`, `capabilities`, and `settings` such as
---   { ['prisma-lsp'] = { prismaVersion = '6' } }
function M.setup(options)
  options = options or {}
  if vim.fn.has('nvim-0.11') == 1 then
    vim.lsp.config('prisma_lsp', options)
    vim.lsp.enable('prisma_lsp')
    return
  end

  M.cmd = options.cmd or M.cmd
  local settings = options.settings or {}
  local clients = {}
  local function start(buffer)
    local folder = root(vim.api.nvim_buf_get_name(buffer))
    local id = clients[folder]
    if not id or not vim.lsp.get_client_by_id(id) then
      id = vim.lsp.start_client(vim.tbl_extend('force', {
        name = 'prisma_lsp',
        cmd = M.cmd,
        root_dir = folder,
        workspace_folders = { { uri = vim.uri_from_fname(folder), name = folder } },
        init_options = vim.tbl_extend(
          'keep', settings['prisma-lsp'] or {}, { clientCommands = { 'prisma-lsp.showReferences' } }),
      }, options))
      clients[folder] = id
    end
    if id then vim.lsp.buf_attach_client(buffer, id) end
  end

  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'prisma',
    group = vim.api.nvim_create_augroup('prisma_lsp', { clear = true }),
    callback = function(event) start(event.buf) end,
  })
end

return M
