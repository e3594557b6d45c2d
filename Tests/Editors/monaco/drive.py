"""Edits a schema of two files in Monaco. Each step waits for what a person would see."""

import asyncio
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import postgresql
import preview
from editor import Editor

SCHEMA = """\
datasource db {
  provider = "postgresql"
}

model User {
  id    Int    @id
  email Strin  @unique
  posts Post[]
}
"""

POSTS = """\
model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id])
  authorId Int
}
"""


async def problems_come_as_one_types(editor):
    await editor.put_cursor("Strin", after=True)
    await editor.until_problem("Strin", marked="Strin")
    await editor.type("g")
    await editor.until_no_problem()
    await editor.press("Backspace")
    await editor.until_problem("Strin", marked="Strin")


async def a_fix_is_applied(editor):
    await editor.put_cursor("Strin")
    await editor.take_fix("String")
    await editor.until_text("email String @unique")
    await editor.until_no_problem()


async def a_type_is_completed(editor):
    await editor.put_cursor("@unique", after=True)
    await editor.press("Enter")
    await editor.type("name Str")
    await editor.until_chosen("String")
    await editor.press("Enter")
    await editor.until_text("@unique\n  name String\n")


async def attributes_are_completed(editor):
    await editor.type(" @uni")
    await editor.until_chosen("@unique")
    await editor.press("Enter")
    await editor.until_text("  name String @unique\n")
    await editor.type(" @db.Cit")
    await editor.until_chosen("Citext")
    await editor.press("Enter")
    await editor.until_text("  name String @unique @db.Citext\n")
    await editor.until_no_problem()


async def saving_formats(editor):
    await editor.put_cursor("email", after=True)
    await editor.type("      ")
    await editor.press("Control+s")
    expected = SCHEMA.replace("Strin ", "String").replace(
        "@unique\n", "@unique\n  name  String @unique @db.Citext\n"
    )
    await editor.until_on_disk("schema.prisma", expected)


async def hints_are_shown(editor):
    await editor.show("posts.prisma")
    await editor.until_seen("↔ User.posts")


async def a_type_is_explained_and_leads_to_its_declaration(editor):
    await editor.put_cursor("User @relation")
    await editor.press("Control+k", "Control+i")
    await editor.until_explained("model User")
    await editor.press("Escape")
    await editor.press("F12")
    await editor.until_shown("schema.prisma", selected="User")


async def a_fix_reaches_the_other_file(editor):
    await editor.show("posts.prisma")
    await editor.put_cursor("authorId Int", after=True)
    await editor.press("Enter")
    await editor.type('critic User @relation("reviews", fields: [authorId], references: [id], map: "c")')
    await editor.until_problem("opposite field", marked="critic User @relation")
    await editor.put_cursor("critic")
    await editor.take_fix("User")
    await editor.until_text('Post[] @relation("reviews")', "schema.prisma")
    await editor.show("schema.prisma")
    await editor.until_no_problem()


async def a_model_is_renamed_in_both_files(editor):
    await editor.put_cursor("Post[]")
    await editor.rename("Article")
    await editor.until_text("posts         Article[]")
    await editor.until_text("model Article {", "posts.prisma")
    await editor.until_text('  @@map("Post")\n}', "posts.prisma")


async def a_name_that_is_taken_is_refused(editor):
    await editor.put_cursor("Article[]")
    await editor.rename("User")
    await editor.until_refused("`User`")
    await editor.until_text("posts         Article[]")


async def comments_go_on(editor):
    await editor.put_cursor("model User")
    await editor.type("/// A person.")
    await editor.press("Enter")
    await editor.type("With posts.")
    await editor.press("Enter", *["Backspace"] * 4)
    await editor.until_text("/// A person.\n/// With posts.\nmodel User {")


STEPS = [
    problems_come_as_one_types,
    a_fix_is_applied,
    a_type_is_completed,
    attributes_are_completed,
    saving_formats,
    hints_are_shown,
    a_type_is_explained_and_leads_to_its_declaration,
    a_fix_reaches_the_other_file,
    a_model_is_renamed_in_both_files,
    a_name_that_is_taken_is_refused,
    comments_go_on,
]


async def a_change_is_previewed_on_a_real_database(editor, database):
    with database.only_read():
        await editor.put_cursor("email String", after=True)
        await editor.type(preview.CHANGE)
        await editor.until_text(preview.CHANGE)
        await editor.take_source_action("Preview migration SQL")
        await editor.until_text(preview.STATEMENT)
        preview.check(await editor.text())
    # As it stands on the screen.
    await editor.until_seen("2 values of `email` occur in several rows")


async def run(editor, step, *arguments):
    print(step.__name__.replace("_", " "), flush=True)
    try:
        await step(editor, *arguments)
    except AssertionError as problem:
        sys.exit("\n".join([str(problem), *editor.server.recent]))


async def main():
    program = os.environ["PRISMA_LSP"]
    async with Editor.open(program, {"schema.prisma": SCHEMA, "posts.prisma": POSTS}) as editor:
        for step in STEPS:
            await run(editor, step)
    if not postgresql.programs():
        print(postgresql.ABSENCE)
        return
    with postgresql.database(preview.ROWS) as database:
        files = {"schema.prisma": preview.schema(database)}
        async with Editor.open(program, files, preview.SETTINGS) as editor:
            await run(editor, a_change_is_previewed_on_a_real_database, database)


asyncio.run(main())
