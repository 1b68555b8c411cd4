/// Who may open which address and send which form of the records that the hunt is after.
///
/// An address that is found and is in no row fails the hunt: whoever adds a route says here for whom.
enum LeakTable {
  /// A row, as a line of ``text`` says it.
  struct Row {
    let line: Substring
    let method: String
    let parts: [Substring]
    let roles: Set<String>
    /// What the audit trail calls the record, its number the place in the path that tells one from
    /// another; `nil` of lists and forms.
    let record: Substring?

    /// What a try at an address is noted under.
    func subject(_ path: [Substring]) -> String? {
      guard let record, let mark = record.firstIndex(of: "{"),
        let place = record[mark...].firstMatch(of: /(\d)/).flatMap({ Int($0.1) }),
        path.count > place
      else { return nil }
      return "\(record[..<mark])\(path[place])"
    }
  }

  /// The letters of the roles.
  private static let letters: [Character: String] = [
    "A": "administrator", "M": "manager", "O": "officer", "N": "analyst", "C": "coordinator",
    "P": "partner", "L": "councillor", "U": "auditor",
  ]

  /// The first parts of the addresses it is about.
  static let sections = [
    "/orders", "/reports/reviews", "/conferences", "/sharing", "/data-requests",
  ]

  /// The row of an address; `nil` where nobody has said for whom it is.
  static func row(_ method: String, _ address: String) -> Row? {
    let path = path(address)
    return rows.first { row in
      row.method == method && row.parts.count == path.count
        && zip(row.parts, path).allSatisfy { part, word in
          part == "*" || part.split(separator: "|").contains(word)
        }
    }
  }

  /// The parts of an address without its question.
  static func path(_ address: String) -> [Substring] {
    address.prefix { $0 != "?" }.split(separator: "/")
  }

  private static let rows: [Row] = text.split(separator: "\n").map { line in
    let words = line.split(separator: " ")
    return Row(
      line: line, method: String(words[0]), parts: words[1].split(separator: "/"),
      roles: Set(words[2].compactMap { letters[$0] }), record: words.count > 3 ? words[3] : nil)
  }

  // The order is the council's, so a partner of the police sees none of it; the officer has the seat on
  // the panel; who sits in which conference the demonstration says. A row above stands before those below.
  private static let text = """
    GET /orders MOCPU
    GET /orders/diary MOCPU
    GET /orders/equality|equality.csv MNCLU
    GET /orders/law|wordings AMONCPU
    GET /orders/law/new A
    GET /orders/law|wordings/* AMONCPU
    GET /orders/new MO
    GET /orders/new/* MO
    GET /orders/* MOCU order/{1}
    GET /orders/*/notice.docx|notice.pdf MO order/{1}
    POST /orders MOCPU
    POST /orders/diary MO
    POST /orders/law|wordings/* A
    POST /orders/new/* MO
    POST /orders/* MO order/{1}
    POST /orders/*/breaches|facts MO order/{1}
    GET /reports/reviews MOC
    GET /reports/reviews/new MO
    GET /reports/reviews/law AMOCU
    GET /reports/reviews/rule AM
    GET /reports/reviews/panels MOCP
    GET /reports/reviews/* MO case-review/{2}
    GET /reports/reviews/*/papers|papers.pdf MOC case-review/{2}
    GET /reports/reviews/*/papers/* MC case-review/{2}
    POST /reports/reviews/new MO
    POST /reports/reviews/law A
    POST /reports/reviews/rule AM
    POST /reports/reviews/*/papers MC case-review/{2}
    POST /reports/reviews/*/papers/* MC case-review/{2}
    POST /reports/reviews/*/* MO case-review/{2}
    GET /conferences MOCP
    GET /conferences/actions MOCP
    POST /conferences/actions MOCP
    GET /conferences/marac|death-review MCP apart/conference/{1}
    GET /conferences/marac|death-review/refer|members MCP apart/conference/{1}
    GET /conferences/marac|death-review/figures|flags|trail MC apart/conference/{1}
    GET /conferences/marac|death-review/figures/file MC apart/conference/{1}
    GET /conferences/marac|death-review/shares MC apart/conference/{1}
    GET /conferences/marac|death-review/shares/* MC apart/conference/{1}
    GET /conferences/marac|death-review/shares/*/record.pdf MC apart/conference/{1}
    GET /conferences/marac|death-review/keeping|rules C apart/conference/{1}
    GET /conferences/marac|death-review/data-requests MC apart/conference/{1}
    GET /conferences/marac|death-review/data-requests/* MC apart/conference/{1}
    GET /conferences/marac|death-review/meetings/new MC apart/conference/{1}
    GET /conferences/marac|death-review/cases|meetings/* MCP apart/conference/{1}
    GET /conferences/marac|death-review/meetings/*/minutes MCP apart/conference/{1}
    GET /conferences/marac|death-review/meetings/*/minutes/print MCP apart/conference/{1}
    POST /conferences/marac|death-review MCP apart/conference/{1}
    POST /conferences/marac|death-review/refer MCP apart/conference/{1}
    POST /conferences/marac|death-review/figures|flags MC apart/conference/{1}
    POST /conferences/marac|death-review/members|rules|keeping C apart/conference/{1}
    POST /conferences/marac|death-review/data-requests/* MC apart/conference/{1}
    POST /conferences/marac|death-review/meetings/new MC apart/conference/{1}
    POST /conferences/marac|death-review/cases|meetings/* MCP apart/conference/{1}
    GET /conferences/* MOCP conference/{1}
    GET /conferences/*/refer|members MOCP conference/{1}
    GET /conferences/*/figures|flags|trail MC conference/{1}
    GET /conferences/*/figures/file MC conference/{1}
    GET /conferences/*/shares MC conference/{1}
    GET /conferences/*/shares/* MC conference/{1}
    GET /conferences/*/shares/*/record.pdf MC conference/{1}
    GET /conferences/*/keeping|rules C conference/{1}
    GET /conferences/*/meetings/new MC conference/{1}
    GET /conferences/*/cases|meetings/* MOCP conference/{1}
    GET /conferences/*/meetings/*/minutes MCP conference/{1}
    GET /conferences/*/meetings/*/minutes/print MCP conference/{1}
    POST /conferences/* MOCP conference/{1}
    POST /conferences/*/refer MOCP conference/{1}
    POST /conferences/*/figures|flags MC conference/{1}
    POST /conferences/*/members|rules|keeping C conference/{1}
    POST /conferences/*/meetings/new MC conference/{1}
    POST /conferences/*/cases|meetings/* MOCP conference/{1}
    GET /sharing MOU
    GET /sharing/register.csv MOU
    GET /sharing/new MO
    GET /sharing/agreements MOU
    GET /sharing/agreements/new M
    GET /sharing/agreements/* MOU share-agreement/{2}
    GET /sharing/requests MOU
    GET /sharing/requests/new MO
    GET /sharing/requests/* MOU share-request/{2}
    GET /sharing/keeping M
    GET /sharing/sets MON
    GET /sharing/sets/*/* MON
    GET /sharing/law AMOU
    GET /sharing/law/new A
    GET /sharing/law/*/* AMOU
    GET /sharing/* MOU share/{1}
    GET /sharing/*/record.docx|record.pdf MOU share/{1}
    POST /sharing/new MO
    POST /sharing/agreements M
    POST /sharing/agreements/new M
    POST /sharing/agreements/* M share-agreement/{2}
    POST /sharing/requests/new MO
    POST /sharing/requests/* MO share-request/{2}
    POST /sharing/keeping M
    POST /sharing/sets MON
    POST /sharing/law/new A
    POST /sharing/law/*/* A
    POST /sharing/* MO share/{1}
    GET /data-requests MU
    GET /data-requests/new M
    GET /data-requests/* M access/{1}
    GET /data-requests/*/item|people M access/{1}
    POST /data-requests/new M
    POST /data-requests/*/* M access/{1}
    """
}
