" Neovim 0.7 does not know the file type yet.
autocmd BufRead,BufNewFile *.prisma setfiletype prisma
