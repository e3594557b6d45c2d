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
