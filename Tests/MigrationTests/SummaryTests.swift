import Migration
import Testing

struct SummaryTests {
  @Test func `changes are told by object`() throws {
    let sections = DifferenceSummary(
      try plan(
        from: """
          model Gone {
            id Int @id
          }
          model Kept {
            id Int @id
            a  Int?
            b  String @default("it's")
            e  E
          }
          enum E {
            X
          }
          """,
        to: """
          model New {
            id   Int  @id
            kept Kept @relation(fields: [id], references: [id])
          }
          model Kept {
            id  Int    @id(map: "pk")
            a   Int    @unique
            b   Int    @default(1)
            e   E
            new New?
          }
          enum E {
            Y
          }
          """)
    ).sections.map(\.kind)
    #expect(
      sections == [
        .addedTables(["New"]), .removedTables(["Gone"]),
        .changedEnum("E", EnumChange(added: ["Y"], removed: ["X"])),
        .changedTable(
          "Kept",
          [
            .renamedPrimaryKey(["id"]), .alteredColumn("a", [.arity(.nullable, .required)]),
            .recreatedColumn(
              "b", [.defaultValue("Some(Value(String(\"it's\")))", "Some(Value(Int(1)))"), .type]),
            .addedIndex(["a"], isUnique: true),
          ]),
        .changedTable("New", [.addedForeignKey(["id"])]),
      ])
  }
}
