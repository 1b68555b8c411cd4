internal import Database

/// The schema of the feature, step by step.
enum OrdersSchema {
  static let migrations = [
    Migration(feature: "orders", number: 1, text: law + ShippedLaw.text),
    Migration(feature: "orders", number: 2, text: RegisterSchema.text),
    Migration(feature: "orders", number: 3, text: OrderHolds.schema),
    Migration(feature: "orders", number: 4, text: NoticeSchema.text),
    Migration(feature: "orders", number: 5, text: EqualitySchema.text),
    Migration(feature: "orders", number: 6, text: MeasureSchema.text),
    Migration(feature: "orders", number: 7, text: NoticeSchema.mended),
    Migration(feature: "orders", number: 8, text: LawAsRead.text),
    Migration(feature: "orders", number: 9, text: MeasureSchema.subjectsOfEarlier),
    Migration(feature: "orders", number: 10, text: OrderStore.areaSchema),
    Migration(feature: "orders", number: 11, text: OrderStore.caseSchema),
    Migration(feature: "orders", number: 12, text: Breach.decisionSchema),
    Migration(feature: "orders", number: 13, text: LawSince.text),
    Migration(feature: "orders", number: 14, text: NoticeSchema.courts),
    Migration(feature: "orders", number: 15, text: EqualityTally.schema),
  ]

  /// Sets of rules with their dates; a rule is added and never changed.
  private static let law = """
    CREATE TABLE orders_law_set (
      key {text} PRIMARY KEY, version {i64} NOT NULL DEFAULT 1, title {text} NOT NULL,
      source {text} NOT NULL, territory {text} NOT NULL, effective_from {text},
      effective_to {text}, note {text} NOT NULL, is_shipped {i64} NOT NULL,
      made_at {text} NOT NULL, account {i64},
      CHECK (effective_to IS NULL OR effective_from IS NOT NULL),
      CHECK (effective_to IS NULL OR effective_to >= effective_from)
    ) {strict};

    CREATE TABLE orders_law_rule (
      law_set {text} NOT NULL REFERENCES orders_law_set (key), power {text} NOT NULL,
      name {text} NOT NULL, value {i64} NOT NULL CHECK (value >= 0),
      section {text} NOT NULL CHECK (section <> ''),
      PRIMARY KEY (law_set, power, name)
    ) {strict};

    """
}
