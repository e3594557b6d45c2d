"""What the tests of the editors do with a preview on a real PostgreSQL: the same in each of them."""

ROWS = """\
CREATE TABLE "User" ("id" INTEGER NOT NULL, "email" TEXT NOT NULL, CONSTRAINT "User_pkey" PRIMARY KEY ("id"));
INSERT INTO "User" VALUES (1, 'ada@example.com'), (2, 'ada@example.com'), (3, 'bo@example.com'),
  (4, 'bo@example.com'), (5, 'cy@example.com');
"""

# The settings of the server: rows are counted.
SETTINGS = {"database": {"facts": "exact"}}


def schema(database):
    """The text of a schema that describes the table."""
    return f"""\
datasource db {{
  provider = "postgresql"
  url      = "{database.url}"
}}

model User {{
  id    Int    @id
  email String
}}
"""


# What is typed behind the field `email String`, and what the preview shows of it then.
CHANGE = " @unique"
STATEMENT = 'CREATE UNIQUE INDEX "User_email_key" ON "User"("email");\n'


PARTS = [
    '-- from  PostgreSQL database "shop"',
    """
-- CreateIndex
-- locks `User`: SHARE; reads all of it
--   `User` has 5 rows, """,
    "\n-- M005: ",
    "\n-- M003: ",
    "\n--   2 values of `email` occur in several rows of `User`, such as ",
    "`ada@example.com`",
    "`bo@example.com`",
    STATEMENT,
]


def check(text):
    """Whether a preview says what the change does to the rows."""
    for part in PARTS:
        assert part in text, f"“{part}” is not in the preview:\n{text}"
    assert "s3cret" not in text, text
