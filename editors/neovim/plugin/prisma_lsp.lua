-- What the server asks the editor to do: the code lens over a model shows where it is used.
if vim.lsp.commands then
  vim.lsp.commands['prisma-lsp.showReferences'] = function(command, context)
    local client = vim.lsp.get_client_by_id(context.client_id)
    local items = vim.lsp.util.locations_to_items(
      command.arguments[3], client and client.offset_encoding or 'utf-16')
    vim.fn.setqflist({}, ' ', { title = command.title, items = items })
    vim.cmd('botright copen')
  end
end

-- Neovim before 0.9 does not show documents that a server asks it to show. The answer of the command holds
-- the text too.
local window = vim.lsp.protocol.make_client_capabilities().window or {}
if vim.lsp.commands and not (window.showDocument or {}).support then
  vim.lsp.commands['prisma-lsp.previewMigration'] = function(command, context)
    local client = vim.lsp.get_client_by_id(context.client_id)
    if not client then return end
    local params = { command = command.command, arguments = command.arguments }
    client.request('workspace/executeCommand', params, function(err, result)
      if err then return vim.notify(err.message, vim.log.levels.ERROR) end
      vim.cmd('botright new')
      vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(result.text, '\n'))
      vim.bo.filetype, vim.bo.buftype, vim.bo.bufhidden = 'sql', 'nofile', 'wipe'
      vim.bo.modifiable = false
    end, context.bufnr)
  end
end

-- The preview of a migration is a file that the server writes anew as the schema changes.
vim.api.nvim_create_autocmd('BufReadPost', {
  pattern = '*/prisma-lsp-*/*preview.sql',
  group = vim.api.nvim_create_augroup('prisma_lsp_preview', { clear = true }),
  callback = function(event)
    local buffer = event.buf
    if vim.b[buffer].prisma_lsp_watched then return end
    vim.b[buffer].prisma_lsp_watched = true
    vim.bo[buffer].autoread, vim.bo[buffer].readonly = true, true
    local watch = (vim.uv or vim.loop).new_fs_event()
    watch:start(vim.fn.fnamemodify(event.file, ':p:h'), {}, vim.schedule_wrap(function()
      if vim.api.nvim_buf_is_loaded(buffer) then
        vim.cmd('silent! checktime ' .. buffer)
      else
        watch:stop()
      end
    end))
  end,
})
