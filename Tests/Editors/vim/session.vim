" A session with ALE. Writes `ok` or what went wrong to $SESSION/report.
set nocompatible hidden
let &runtimepath = $EDITOR_FOLDER . ',' . $ALE . ',' . &runtimepath
filetype plugin on
syntax on
let g:ale_lint_delay = 0
let g:ale_virtualtext_cursor = 0
let g:ale_echo_cursor = 0
let g:ale_set_highlights = 0
execute 'source' $ALE . '/plugin/ale.vim'

function! Report(text) abort
  call writefile([a:text], $SESSION . '/report')
  qall!
endfunction

" Waits until an expression is true.
function! Wait(what, expression) abort
  for l:turn in range(400)
    if eval(a:expression)
      return
    endif
    sleep 50m
  endfor
  call Report('waited for ' . a:what . '; the text is ' . string(getline(1, '$')) . ', the findings are ' . string(getloclist(0)))
endfunction

try
  let s:main = $SESSION . '/main.prisma'
  let s:books = $SESSION . '/books.prisma'
  call writefile(['datasource db {', '  provider = "postgresql"', '}', '', 'model Author {',
  \ '  id    Int    @id', '  name  Strin', '  books Book[]', '}', '', 'model Shop {', '  id Int @id', '}'], s:main)
  call writefile(['model Book {', '  id       Int    @id',
  \ '  author   Author @relation(fields: [authorId], references: [id])', '  authorId Int', '}'], s:books)
  execute 'edit' s:main
  if &filetype !=# 'prisma'
    call Report('the file type is ' . &filetype)
  endif
  call Wait('the diagnostic of `Strin`', "match(map(getloclist(0), 'v:val.text'), 'Strin') >= 0")

  " A fix is chosen: the first that is offered.
  call cursor(7, 10)
  runtime autoload/ale/util.vim
  function! ale#util#Input(...) abort
    return '1'
  endfunction
  ALECodeAction
  call Wait('the fix', "getline(7) ==# '  name  String'")
  ALELint
  call Wait('the diagnostic to go', 'empty(getloclist(0))')

  " Attributes are completed, from their `@` on.
  for [s:typed, s:completed] in [['  a Int @', '  a Int @unique'], ['  a Int @un', '  a Int @unique'],
  \ ['  a Int @default(autoincr', '  a Int @default(autoincrement'], ['  @@un', '  @@unique'], ['  born DateT', '  born DateTime']]
    call append(7, '')
    call cursor(8, 1)
    execute 'normal! A' . s:typed . "\<C-x>\<C-o>"
    if getline(8) !=# s:completed
      call Report(s:typed . ' was completed to ' . getline(8))
    endif
    8delete _
  endfor

  " What ALE would write by halves is not offered: a type together with its relation.
  call append(7, '  shop Shop')
  call cursor(8, 1)
  execute "normal! A\<C-x>\<C-o>"
  if getline(8) !=# '  shop Shop'
    call Report('the type was completed to ' . getline(8))
  endif
  if empty(filter(copy(b:ale_completion_result), {_, item -> item.word =~# '@relation'}))
    call Report('the test proves nothing: no relation is offered')
  endif
  if !empty(filter(copy(prisma_lsp#complete(0, '')), {_, item -> item.word =~# ' @relation'}))
    call Report('half a relation is offered')
  endif
  8delete _

  " Saving formats, also what is typed but not saved.
  let g:ale_fixers = {'prisma': ['prisma_lsp']}
  let g:ale_fix_on_save = 1
  call setline(7, '     name   String')
  call cursor(8, 10)
  write
  call Wait('the formatted text', "getline(7) ==# '  name  String'")
  call Wait('it to be saved', "!&modified && readfile(s:main)[6] ==# '  name  String'")
  if line('.') != 8
    call Report('the cursor went to line ' . line('.'))
  endif

  " Navigation reaches the other file.
  call cursor(8, 10)
  ALEGoToDefinition
  call Wait('the definition', "expand('%:t') ==# 'books.prisma'")
  call Report('ok: Vim ' . v:version . ', ALE')
catch
  call Report(v:exception . ' at ' . v:throwpoint)
endtry
