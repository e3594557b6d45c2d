;;; prisma-lsp.el --- Prisma schemas with prisma-lsp  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: languages, tools
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Tells eglot and lsp-mode about the language server `prisma-lsp', and brings a small major mode
;; for `.prisma' files where no other package has one.
;;
;;   (require 'prisma-lsp)
;;   (add-hook 'prisma-lsp-mode-hook #'eglot-ensure)   ; or #'lsp-deferred

;;; Code:

(defgroup prisma-lsp nil
  "Prisma schemas."
  :group 'languages)

(defcustom prisma-lsp-command '("prisma-lsp" "lsp")
  "The program and its arguments."
  :type '(repeat string))

(defcustom prisma-lsp-settings nil
  "Settings for the server, as a property list.
For example (:prismaVersion \"6\" :format (:attributeOrder \"keep\")).
Truth values are t and :json-false."
  :type 'plist)

(defconst prisma-lsp--font-lock
  `((,(rx line-start (* blank)
          (group (or "model" "view" "enum" "type" "datasource" "generator"))
          (+ blank) (group (+ (any word "_-"))) (* blank) "{")
     (1 font-lock-keyword-face) (2 font-lock-type-face))
    (,(rx "@" (? "@") (+ (any word "_."))) . font-lock-preprocessor-face)
    (,(rx symbol-start
          (or "String" "Boolean" "Int" "BigInt" "Float" "Decimal" "DateTime" "Json" "Bytes"
              "Unsupported")
          symbol-end)
     . font-lock-builtin-face)
    (,(rx symbol-start (or "true" "false") symbol-end) . font-lock-constant-face)
    (,(rx line-start (+ blank) (group (+ (any word "_"))) (+ blank)
          (group (any upper) (* (any word "_"))))
     (1 font-lock-variable-name-face) (2 font-lock-type-face)))
  "Colours of a schema.")

(defvar prisma-lsp-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?_ "_" table)
    (modify-syntax-entry ?/ ". 124" table)
    (modify-syntax-entry ?* ". 23b" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?@ "'" table)
    table)
  "Syntax of a schema.")

(defun prisma-lsp-indent-line ()
  "Indent the line by the depth of its braces, brackets and parentheses."
  (interactive)
  (let* ((depth (save-excursion
                  (back-to-indentation)
                  (let ((depth (car (syntax-ppss))))
                    (if (looking-at "\\s)") (1- depth) depth))))
         (indent (* 2 (max 0 depth))))
    (if (<= (current-column) (current-indentation))
        (indent-line-to indent)
      (save-excursion (indent-line-to indent)))))

;;;###autoload
(define-derived-mode prisma-lsp-mode prog-mode "Prisma"
  "A major mode for Prisma schemas."
  (setq-local comment-start "// ")
  (setq-local comment-end "")
  (setq-local font-lock-defaults '(prisma-lsp--font-lock))
  (setq-local indent-line-function #'prisma-lsp-indent-line)
  (setq-local indent-tabs-mode nil)
  (setq-local tab-width 2))

;;;###autoload
(unless (assoc "\\.prisma\\'" auto-mode-alist)
  (add-to-list 'auto-mode-alist '("\\.prisma\\'" . prisma-lsp-mode)))

(defconst prisma-lsp--modes '(prisma-lsp-mode prisma-mode prisma-ts-mode)
  "The modes of Prisma schemas, ours and those of other packages.")

(defvar eglot-server-programs)
(defun prisma-lsp--contact (&rest _)
  "What eglot starts."
  (append prisma-lsp-command (list :initializationOptions (or prisma-lsp-settings '(:_ nil)))))

(with-eval-after-load 'eglot
  ;; In front of what eglot may bring for the other modes.
  (dolist (mode prisma-lsp--modes)
    (add-to-list 'eglot-server-programs (cons mode #'prisma-lsp--contact))))

(declare-function lsp-register-client "ext:lsp-mode")
(declare-function make-lsp-client "ext:lsp-mode")
(declare-function lsp-stdio-connection "ext:lsp-mode")
(defvar lsp-language-id-configuration)
(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(prisma-lsp-mode . "prisma"))
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection (lambda () prisma-lsp-command))
    :major-modes prisma-lsp--modes
    :priority 1                         ; above lsp-mode's own client for Prisma
    :initialization-options (lambda () prisma-lsp-settings)
    :server-id 'prisma-lsp)))

(provide 'prisma-lsp)
;;; prisma-lsp.el ends here
