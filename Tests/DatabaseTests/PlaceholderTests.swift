import Database
import Testing

@Suite("Placeholders") struct PlaceholderTests {
  @Test(
    "become the engine's own outside quotes and comments",
    arguments: [
      ("SELECT $1", "SELECT ?1"),
      ("SELECT $2, $1", "SELECT ?2, ?1"),
      ("a = $10 AND b = $1", "a = ?10 AND b = ?1"),
      ("SELECT '$1', $1", "SELECT '$1', ?1"),
      ("SELECT 'it''s $1', $2", "SELECT 'it''s $1', ?2"),
      ("SELECT \"$1\", $1", "SELECT \"$1\", ?1"),
      ("SELECT $1 -- $2\n, $3", "SELECT ?1 -- $2\n, ?3"),
      ("SELECT /* $1 */ $1", "SELECT /* $1 */ ?1"),
      ("SELECT '£', $1", "SELECT '£', ?1"),
      ("SELECT '$', '$x', $ FROM t", "SELECT '$', '$x', $ FROM t"),
      ("SELECT 'open $1", "SELECT 'open $1"),
      ("SELECT /* open $1", "SELECT /* open $1"),
    ])
  func rewritten(text: String, expected: String) {
    #expect(Placeholders.rewrite(text) { "?\($0)" } == expected)
  }

  @Test(
    "are renumbered when fragments are joined",
    arguments: [
      ("a = \(1)" as SQL, " AND b = \(2)" as SQL, "a = $1 AND b = $2"),
      (
        "a = \(1) AND b = \(2)" as SQL, " AND c IN (\(list: [3, 4]))" as SQL,
        "a = $1 AND b = $2 AND c IN ($3, $4)"
      ),
      ("a = \(1)" as SQL, " AND b = '$1' AND c = \(2)" as SQL, "a = $1 AND b = '$1' AND c = $2"),
      ("a = \(1)" as SQL, " AND TRUE" as SQL, "a = $1 AND TRUE"),
    ])
  func renumbered(left: SQL, right: SQL, expected: String) {
    #expect((left + right).text == expected)
    #expect((left + right).values == left.values + right.values)
  }

  @Test(
    "are not followed by a cast of one engine",
    arguments: [("SELECT $1::text", true), ("SELECT '::'", false), ("SELECT 1 -- ::", false)])
  func cast(text: String, found: Bool) { #expect(Placeholders.holdsCast(text) == found) }

  @Test("an empty list gives NULL") func emptyList() {
    let sql: SQL = "SELECT 1 WHERE 1 IN (\(list: [Int]()))"
    #expect(sql.text == "SELECT 1 WHERE 1 IN (NULL)")
  }
}
