/// Wordings of notices, a row a version, and those the program came with.
///
/// What a notice states is said by sections 35(5) and (6), 43(5)(a) and (7), 59(7) and 76(4) and (5), which
/// were read for it; sections 44 to 48, 52, 63, 66, 67, 77 and 86 of the Anti-social Behaviour, Crime and Policing Act
/// 2014 are cited. A partnership's lawyers read a wording before it is used.
enum NoticeSchema {
  static let text =
    """
    CREATE TABLE orders_template (
      power {text} NOT NULL, version {i64} NOT NULL, heading {text} NOT NULL, body {text} NOT NULL,
      effective_from {text} NOT NULL, is_shipped {i64} NOT NULL, made_at {text} NOT NULL,
      account {i64}, PRIMARY KEY (power, version)
    ) {strict};

    """ + FirstWording.powers.map(row).joined()

  private static func row(_ power: Power) -> String { row(power, FirstWording.of(power)) }

  /// The wordings of what had none.
  static let courts = CourtWording.powers.map { row($0, CourtWording.of($0)) }.joined()

  private static func row(_ power: Power, _ wording: (heading: String, body: String)) -> String {
    """
    INSERT INTO orders_template
      (power, version, heading, body, effective_from, is_shipped, made_at)
    VALUES ('\(power.rawValue)', 1, '\(quoted(wording.heading))', '\(quoted(wording.body))',
      '2014-10-20', 1, '2026-11-28T00:00:00.000Z');

    """
  }

  /// The wordings that state what the Act asks of each, in place of the first ones; a partnership that
  /// worded a notice itself keeps its words.
  static let mended = ShippedWording.powers.map { power in
    let wording = ShippedWording.of(power)
    return """
      INSERT INTO orders_template
        (power, version, heading, body, effective_from, is_shipped, made_at)
      SELECT '\(power.rawValue)',
        COALESCE((SELECT MAX(version) FROM orders_template WHERE power = '\(power.rawValue)'), 0) + 1,
        '\(quoted(wording.heading))', '\(quoted(wording.body))', '2014-10-20', 1,
        '2026-11-28T00:00:00.000Z'
      WHERE NOT EXISTS (
        SELECT 1 FROM orders_template WHERE power = '\(power.rawValue)' AND is_shipped = 0);

      """
  }.joined()

  private static func quoted(_ text: String) -> String { text.replacing("'", with: "''") }
}
