import Database

extension Migration {
  /// What the figures were when a priority was signed off, so that a later change shows whoever
  /// made it, also where records of another part of the program moved a figure.
  static let indicatorSignOffs = Migration(
    feature: "indicators", number: 5,
    text: """
      ALTER TABLE priority_sign_off ADD COLUMN figures {text} NOT NULL DEFAULT '';
      """)
}
