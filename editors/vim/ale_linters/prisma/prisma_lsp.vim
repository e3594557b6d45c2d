" The language server for ALE: diagnostics, completion, hover, navigation, renaming, fixes.
call ale#Set('prisma_lsp_executable', 'prisma-lsp')
call ale#Set('prisma_lsp_config', {})

function! ale_linters#prisma#prisma_lsp#Root(buffer) abort
  for l:name in ['prisma.config.ts', 'prisma.config.js', 'package.json']
    let l:found = ale#path#FindNearestFile(a:buffer, l:name)
    if !empty(l:found)
      return fnamemodify(l:found, ':h')
    endif
  endfor
  return fnamemodify(bufname(a:buffer), ':p:h')
endfunction

call ale#linter#Define('prisma', {
\ 'name': 'prisma_lsp',
\ 'lsp': 'stdio',
\ 'executable': {buffer -> ale#Var(buffer, 'prisma_lsp_executable')},
\ 'command': '%e lsp',
\ 'project_root': function('ale_linters#prisma#prisma_lsp#Root'),
\ 'initialization_options': {buffer -> ale#Var(buffer, 'prisma_lsp_config')},
\})
