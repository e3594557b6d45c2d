"""Edits a schema of two files in Monaco. Each step waits for what a person would see."""

import asyncio
import os

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


async def problems_come_and_go(editor):
    await editor.until_problem("Strin", marked="Strin")
    await editor.put_cursor("Strin", after=True)
    await editor.type("g")
    await editor.until_no_problem()


async def saving_formats(editor):
    await editor.put_cursor("email", after=True)
    await editor.type("      ")
    await editor.press("Control+s")
    await editor.until_on_disk("schema.prisma", SCHEMA.replace("Strin ", "String"))


async def comments_go_on(editor):
    await editor.put_cursor("model User")
    await editor.type("/// A person.")
    await editor.press("Enter")
    await editor.type("With posts.")
    await editor.press("Enter", *["Backspace"] * 4)
    await editor.until_text("/// A person.\n/// With posts.\nmodel User {")


STEPS = [problems_come_and_go, saving_formats, comments_go_on]


async def main():
    files = {"schema.prisma": SCHEMA, "posts.prisma": POSTS}
    async with Editor.open(os.environ["PRISMA_LSP"], files) as editor:
        for step in STEPS:
            print(step.__name__.replace("_", " "), flush=True)
            await step(editor)


asyncio.run(main())
