" What ALE can't do for Prisma schemas by itself.

" For 'omnifunc': ALE's own does not know that attributes begin with `@`.
function! prisma_lsp#complete(findstart, base) abort
  if !a:findstart
    " ALE cuts texts at their first parenthesis: a type together with its relation would come without the latter,
    " and bring the key nevertheless.
    return filter(copy(ale#completion#OmniFunc(0, a:base)), {_, item -> item.word !~# '\s@'})
  endif
  let l:before = strpart(getline('.'), 0, col('.') - 1)
  let l:word = matchstr(l:before, '\v\@{0,2}[0-9A-Za-z_]*$')
  let l:started = ale#completion#GetCompletions('ale-omnifunc', {'prefix': l:word})
  return l:started ? len(l:before) - len(l:word) : -3
endfunction

" The fixer `prisma_lsp`: formats what stands in the buffer, saved or not.
function! prisma_lsp#fix(buffer) abort
  call ale#Set('prisma_lsp_executable', 'prisma-lsp')
  let l:program = ale#Escape(ale#Var(a:buffer, 'prisma_lsp_executable'))
  return {'command': l:program . ' format --stdin --stdin-filename %s'}
endfunction
