/// Wordings of notices, a row a version, and those the program came with.
///
/// Sections 43 to 48, 52, 59, 63, 66, 67, 76, 77 and 86 of the Anti-social Behaviour, Crime and Policing Act
/// 2014 say what a notice states; a partnership's lawyers read a wording before it is used.
enum NoticeSchema {
  static let text =
    """
    CREATE TABLE orders_template (
      power {text} NOT NULL, version {i64} NOT NULL, heading {text} NOT NULL, body {text} NOT NULL,
      effective_from {text} NOT NULL, is_shipped {i64} NOT NULL, made_at {text} NOT NULL,
      account {i64}, PRIMARY KEY (power, version)
    ) {strict};

    """ + NoticeTemplate.powers.map(row).joined()

  private static func row(_ power: Power) -> String {
    let wording = ShippedWording.of(power)
    return """
      INSERT INTO orders_template
        (power, version, heading, body, effective_from, is_shipped, made_at)
      VALUES ('\(power.rawValue)', 1, '\(quoted(wording.heading))', '\(quoted(wording.body))',
        '2014-10-20', 1, '2026-11-28T00:00:00.000Z');

      """
  }

  private static func quoted(_ text: String) -> String { text.replacing("'", with: "''") }
}
