"""Every request, answered in a shape that the protocol's own description allows."""
import os

import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

MAIN = '''datasource db {
  provider = "postgresql"
}

generator client {
  provider = "prisma-client"
  output   = "./client"
}

/// Writes books.
model Author {
  id    Int    @id @default(autoincrement())
  name  Strin
  kind  Kind   @default(NOVELIST)
  books Book[]
}

enum Kind {
  NOVELIST
  POET
}
'''
BOOKS = '''model Book {
  id       Int    @id
  author   Author @relation(fields: [authorId], references: [id])
  authorId Int
}
'''


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[os.environ['PRISMA_LSP'], 'lsp']))
async def client(lsp_client: LanguageClient, tmp_path):
    (tmp_path / 'main.prisma').write_text(MAIN)
    (tmp_path / 'books.prisma').write_text(BOOKS)
    lsp_client.uris = {name: (tmp_path / name).as_uri() for name in ('main.prisma', 'books.prisma')}
    # pytest-lsp says that it can, and leaves the doing to us.
    lsp_client.feature(lsp.CLIENT_REGISTER_CAPABILITY)(lambda params: None)
    await lsp_client.initialize_session(
        lsp.InitializeParams(
            capabilities=client_capabilities('visual-studio-code'),
            workspace_folders=[lsp.WorkspaceFolder(uri=tmp_path.as_uri(), name='w')],
            initialization_options={'clientCommands': ['prisma-lsp.showReferences']},
        )
    )
    lsp_client.text_document_did_open(
        lsp.DidOpenTextDocumentParams(
            text_document=lsp.TextDocumentItem(
                uri=lsp_client.uris['main.prisma'], language_id='prisma', version=1, text=MAIN)))
    yield
    await lsp_client.shutdown_session()


def place(part, behind=False):
    """Where `part` stands in MAIN."""
    before = MAIN[: MAIN.index(part) + (len(part) if behind else 0)]
    return lsp.Position(line=before.count('\n'), character=len(before) - before.rfind('\n') - 1)


def document(client):
    return lsp.TextDocumentIdentifier(uri=client.uris['main.prisma'])


def at(client, kind, part, behind=False, **more):
    return kind(text_document=document(client), position=place(part, behind), **more)


WHOLE = lsp.Range(start=lsp.Position(line=0, character=0), end=lsp.Position(line=MAIN.count('\n'), character=0))


async def test_diagnostics(client):
    report = await client.text_document_diagnostic_async(lsp.DocumentDiagnosticParams(text_document=document(client)))
    assert [item.code for item in report.items] == ['type-not-found']
    whole = await client.workspace_diagnostic_async(lsp.WorkspaceDiagnosticParams(previous_result_ids=[]))
    assert {item.uri for item in whole.items} == set(client.uris.values())


async def test_completion(client):
    found = await client.text_document_completion_async(at(client, lsp.CompletionParams, 'Strin', behind=True))
    items = found if isinstance(found, list) else found.items
    chosen = next(item for item in items if item.label == 'String')
    resolved = await client.completion_item_resolve_async(chosen)
    assert resolved.label == 'String'


async def test_signature_help(client):
    found = await client.text_document_signature_help_async(
        at(client, lsp.SignatureHelpParams, '@default(', behind=True))
    assert found.signatures


async def test_hover(client):
    found = await client.text_document_hover_async(at(client, lsp.HoverParams, 'Author'))
    assert 'Writes books.' in found.contents.value


async def test_navigation(client):
    for part, file in (('Book[]', 'books.prisma'), ('Kind   ', 'main.prisma')):
        found = await client.text_document_definition_async(at(client, lsp.DefinitionParams, part))
        assert [getattr(link, 'target_uri', None) or link.uri for link in found] == [client.uris[file]]
    found = await client.text_document_type_definition_async(at(client, lsp.TypeDefinitionParams, 'books Book'))
    assert found
    found = await client.text_document_implementation_async(at(client, lsp.ImplementationParams, 'Author'))
    assert found
    context = lsp.ReferenceContext(include_declaration=True)
    found = await client.text_document_references_async(at(client, lsp.ReferenceParams, 'Author', context=context))
    assert {location.uri for location in found} == set(client.uris.values())
    found = await client.text_document_document_highlight_async(at(client, lsp.DocumentHighlightParams, 'Kind   '))
    assert len(found) == 2


async def test_type_hierarchy(client):
    items = await client.text_document_prepare_type_hierarchy_async(
        at(client, lsp.TypeHierarchyPrepareParams, 'Author'))
    assert [item.name for item in items] == ['Author']
    up = await client.type_hierarchy_supertypes_async(lsp.TypeHierarchySupertypesParams(item=items[0]))
    down = await client.type_hierarchy_subtypes_async(lsp.TypeHierarchySubtypesParams(item=items[0]))
    assert {item.name for item in (up or []) + (down or [])} >= {'Book'}


async def test_rename(client):
    prepared = await client.text_document_prepare_rename_async(at(client, lsp.PrepareRenameParams, 'Author'))
    assert prepared is not None
    edit = await client.text_document_rename_async(at(client, lsp.RenameParams, 'Author', new_name='Writer'))
    assert {change.text_document.uri for change in edit.document_changes} == set(client.uris.values())


async def test_code_actions(client):
    context = lsp.CodeActionContext(diagnostics=[], trigger_kind=lsp.CodeActionTriggerKind.Automatic)
    found = await client.text_document_code_action_async(
        lsp.CodeActionParams(
            text_document=document(client), context=context,
            range=lsp.Range(start=place('Strin'), end=place('Strin'))))
    chosen = next(action for action in found if action.is_preferred)
    if chosen.edit is None:
        chosen = await client.code_action_resolve_async(chosen)
    assert chosen.edit.document_changes


async def test_structure(client):
    symbols = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(text_document=document(client)))
    assert [symbol.name for symbol in symbols] == ['db', 'client', 'Author', 'Kind']
    found = await client.workspace_symbol_async(lsp.WorkspaceSymbolParams(query='bok'))
    assert 'Book' in [symbol.name for symbol in found]
    assert await client.text_document_folding_range_async(lsp.FoldingRangeParams(text_document=document(client)))
    assert await client.text_document_selection_range_async(
        lsp.SelectionRangeParams(text_document=document(client), positions=[place('NOVELIST')]))
    full = await client.text_document_semantic_tokens_full_async(
        lsp.SemanticTokensParams(text_document=document(client)))
    assert full.data and len(full.data) % 5 == 0
    delta = await client.text_document_semantic_tokens_full_delta_async(
        lsp.SemanticTokensDeltaParams(text_document=document(client), previous_result_id=full.result_id))
    assert delta is not None
    part = await client.text_document_semantic_tokens_range_async(
        lsp.SemanticTokensRangeParams(text_document=document(client), range=WHOLE))
    assert part.data == full.data


async def test_hints_lenses_links(client):
    hints = await client.text_document_inlay_hint_async(
        lsp.InlayHintParams(text_document=document(client), range=WHOLE))
    for hint in hints or []:
        assert hint.label
    lenses = await client.text_document_code_lens_async(lsp.CodeLensParams(text_document=document(client)))
    assert lenses
    resolved = await client.code_lens_resolve_async(lenses[0]) if lenses[0].command is None else lenses[0]
    assert resolved.command.title
    await client.text_document_document_link_async(lsp.DocumentLinkParams(text_document=document(client)))
    await client.text_document_linked_editing_range_async(at(client, lsp.LinkedEditingRangeParams, 'Author'))


async def test_formatting(client):
    options = lsp.FormattingOptions(tab_size=2, insert_spaces=True)
    edits = await client.text_document_formatting_async(
        lsp.DocumentFormattingParams(text_document=document(client), options=options))
    assert edits is not None
    edits = await client.text_document_range_formatting_async(
        lsp.DocumentRangeFormattingParams(text_document=document(client), range=WHOLE, options=options))
    assert edits is not None
    await client.text_document_on_type_formatting_async(
        at(client, lsp.DocumentOnTypeFormattingParams, 'POET\n', behind=True, ch='\n', options=options))


async def test_files(client):
    moved = lsp.FileRename(old_uri=client.uris['books.prisma'], new_uri=client.uris['books.prisma'].replace('books', 'book'))
    await client.workspace_will_rename_files_async(lsp.RenameFilesParams(files=[moved]))
