;;; session.el --- a session with eglot  -*- lexical-binding: t; -*-

(require 'eglot)
(require 'flymake)
(require 'cl-lib)

(setq eglot-sync-connect t
      eglot-send-changes-idle-time 0
      flymake-no-changes-timeout 0.1
      make-backup-files nil
      create-lockfiles nil
      eglot-confirm-server-initiated-edits nil)

(defun wait-for (what condition)
  "Wait until CONDITION holds."
  (let ((end (+ (float-time) 20)) value)
    (while (not (setq value (funcall condition)))
      (when (> (float-time) end)
        (error "Waited for %s; the text is:\n%s" what (buffer-string)))
      (accept-process-output nil 0.05))
    value))

(defun text-has (part) (string-match-p (regexp-quote part) (buffer-string)))

(defun diagnostics ()
  ;; Without a screen Emacs is never idle, which is when eglot sends changes.
  (eglot--signal-textDocument/didChange)
  (flymake-start)
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun go-to (part)
  (goto-char (point-min))
  (search-forward part))

(let* ((folder (file-name-as-directory (make-temp-file "schema(x)" t)))
       (main (expand-file-name "main.prisma" folder))
       (books (expand-file-name "books.prisma" folder)))
  (with-temp-file main
    (insert "datasource db {\n  provider = \"postgresql\"\n}\n\nmodel Author {\n"
            "  id    Int    @id\n  name  Strin\n  books Book[]\n}\n"))
  (with-temp-file books
    (insert "model Book {\n  id       Int    @id\n"
            "  author   Author @relation(fields: [authorId], references: [id])\n  authorId Int\n}\n"))
  (find-file main)
  (cl-assert (eq major-mode 'prisma-lsp-mode))
  (call-interactively #'eglot)
  (cl-assert (eglot-current-server) nil "eglot has no server")

  (wait-for "the diagnostic of `Strin'"
            (lambda () (cl-find-if (lambda (text) (string-match-p "Strin" text)) (diagnostics))))

  ;; A fix is chosen: the first that is offered.
  (go-to "Strin")
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt items &rest _) (let ((first (car items))) (if (consp first) (car first) first)))))
    (let ((last-nonmenu-event ?\r))     ; as if it was asked for by a key, not by the mouse
      (eglot-code-actions (1- (point)) nil "quickfix" t)))
  (wait-for "the fix" (lambda () (text-has "name  String\n")))
  (wait-for "the diagnostic to go"
            (lambda () (null (cl-find-if (lambda (text) (string-match-p "Strin`" text)) (diagnostics)))))

  ;; Completion is accepted.
  (go-to "name  String\n")
  (insert "  born  DateT\n")
  (backward-char)
  (let ((eglot-stay-out-of nil)) (completion-at-point))
  (wait-for "completion" (lambda () (text-has "born  DateTime\n")))

  ;; Renaming reaches the other file.
  (go-to "model Autho")
  (cl-letf (((symbol-function 'y-or-n-p) (lambda (_) t)))  ; it asks before it touches the other file
    (eglot-rename "Writer"))
  (wait-for "the new name" (lambda () (text-has "model Writer {")))
  (cl-assert (text-has "@@map(\"Author\")"))
  (with-current-buffer (find-file-noselect books)
    (cl-assert (text-has "author   Writer @relation")))

  ;; Saving formats.
  (add-hook 'before-save-hook #'eglot-format-buffer nil t)
  (go-to "name  String")
  (beginning-of-line)
  (insert "      ")
  (save-buffer)
  (cl-assert (text-has "\n  name  String\n") t "not formatted:\n%s" (list (buffer-string)))

  (eglot-shutdown (eglot-current-server))
  (message "ok: Emacs %s, eglot" emacs-version))
