" Colours of Prisma schemas.
if exists('b:current_syntax')
  finish
endif

syntax match prismaKeyword /^\s*\zs\(model\|view\|enum\|type\|datasource\|generator\)\ze\s\+[0-9A-Za-z_-]\+\s*{/ nextgroup=prismaDeclaration skipwhite
syntax match prismaDeclaration /[0-9A-Za-z_-]\+/ contained
syntax keyword prismaType String Boolean Int BigInt Float Decimal DateTime Json Bytes Unsupported
syntax keyword prismaBoolean true false
syntax match prismaNumber /\<-\?\d\+\(\.\d\+\)\?\>/
syntax match prismaAttribute /@@\?[0-9A-Za-z_.]\+/
syntax match prismaArgument /\<[0-9A-Za-z_]\+\ze\s*:/
syntax match prismaFunction /\<[0-9A-Za-z_]\+\ze(/
syntax region prismaString start=/"/ skip=/\\./ end=/"/ oneline contains=prismaEscape
syntax match prismaEscape /\\\(["\\\/bfnrt]\|u\x\{4}\)/ contained
syntax match prismaComment +//.*$+
syntax match prismaDocumentation +///.*$+
syntax region prismaComment start=+/\*+ end=+\*/+

highlight default link prismaKeyword Keyword
highlight default link prismaDeclaration Structure
highlight default link prismaType Type
highlight default link prismaBoolean Boolean
highlight default link prismaNumber Number
highlight default link prismaAttribute PreProc
highlight default link prismaArgument Identifier
highlight default link prismaFunction Function
highlight default link prismaString String
highlight default link prismaEscape SpecialChar
highlight default link prismaComment Comment
highlight default link prismaDocumentation SpecialComment

let b:current_syntax = 'prisma'
