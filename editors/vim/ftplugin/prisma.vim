" Prisma's layout.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1
setlocal expandtab shiftwidth=2 softtabstop=2
setlocal commentstring=//\ %s comments=:///,://
setlocal formatoptions-=t formatoptions+=croql
let b:undo_ftplugin = 'setlocal expandtab< shiftwidth< softtabstop< commentstring< comments< formatoptions<'
if !empty(globpath(&runtimepath, 'autoload/ale.vim'))
  setlocal omnifunc=prisma_lsp#complete
  let b:undo_ftplugin .= ' omnifunc<'
  call ale#fix#registry#Add('prisma_lsp', 'prisma_lsp#fix', ['prisma'], 'Format Prisma schemas with prisma-lsp.')
endif
