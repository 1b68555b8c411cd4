import Database
import TestKit
import Testing

@Suite("The plan of a query") struct QueryPlanTests {
  private let notes = Migration(
    feature: "note", number: 1,
    text: """
      CREATE TABLE note (id {id}, word {text}) {strict};
      CREATE INDEX note_word ON note (word);
      """)

  @Test("is the same whatever rows came and went", .database, arguments: Engine.tested)
  func traces(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: [notes])
    let sql: SQL = "SELECT id FROM note WHERE word = 'a'"
    let before = try QueryPlan.of(sql, database)
    #expect(before.uses(index: "note_word"), "\(before)")
    try database.write { write in
      for number in 1...2000 {
        try write.run("INSERT INTO note (word) VALUES (\("word \(number)"))")
      }
      try write.run("DELETE FROM note")
    }
    #expect(try QueryPlan.of(sql, database).lines == before.lines)
  }
}
