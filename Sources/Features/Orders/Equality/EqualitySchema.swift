/// What is known of subjects for the equality analysis, sealed; and how many people there are by group.
enum EqualitySchema {
  static let text = """
    ALTER TABLE orders_order ADD COLUMN equality {blob};

    CREATE TABLE orders_base (
      dimension {text} NOT NULL CHECK (dimension IN ('age', 'sex', 'ethnicity')),
      name {text} NOT NULL CHECK (name <> ''), people {i64} NOT NULL CHECK (people > 0),
      year {i64} NOT NULL, source {text} NOT NULL CHECK (source <> ''),
      PRIMARY KEY (dimension, name)
    ) {strict};
    """
}
