/// The shapes of the registration marks of the United Kingdom, as DVLA issues and issued them.
enum MarkShape {
  /// Since 2001: two letters, two figures, three letters.
  static func isCurrent(_ mark: String) -> Bool { shape(mark) == "AA00AAA" }

  /// Whether a mark tells itself apart from other words wherever it stands.
  static func isTelling(_ mark: String) -> Bool {
    isCurrent(mark) || isPrefixed(mark) || isSuffixed(mark) || isNorthern(mark)
  }

  /// Without a letter of the year, Northern Ireland's too: up to three letters and four figures, either
  /// way round; long enough to be no model of a car, and not the half of a newer mark.
  static func isDateless(_ mark: String) -> Bool {
    let (letters, figures) = (mark.count { $0.isLetter }, mark.count { $0.isNumber })
    return mark.count >= 4 && (2...3).contains(letters) && (1...4).contains(figures)
      && isInTwo(mark) && shape(mark) != "AA00" && !endsInYear(mark)
  }

  /// A year after a model, such as "Rio 2019".
  private static func endsInYear(_ mark: String) -> Bool {
    Int(mark.drop { $0.isLetter }).map { (1960...2049).contains($0) } ?? false
  }

  /// Any shape there is.
  static func isAny(_ mark: String) -> Bool {
    let (letters, figures) = (mark.count { $0.isLetter }, mark.count { $0.isNumber })
    return isTelling(mark)
      || (1...3).contains(letters) && (1...4).contains(figures) && isInTwo(mark)
  }

  /// 1983 to 2001, such as "A123 BCD"; some letters were never used for a year.
  private static func isPrefixed(_ mark: String) -> Bool {
    let shape = shape(mark)
    return (5...7).contains(shape.count) && shape.hasPrefix("A0") && shape.hasSuffix("0AAA")
      && shape.dropFirst().dropLast(3).allSatisfy { $0 == "0" }
      && !"IOQUZ".contains(mark.prefix(1))
  }

  /// 1963 to 1983, such as "ABC 123D".
  private static func isSuffixed(_ mark: String) -> Bool {
    let shape = shape(mark)
    return (5...7).contains(shape.count) && shape.hasPrefix("AAA0") && shape.hasSuffix("0A")
      && shape.dropFirst(3).dropLast().allSatisfy { $0 == "0" }
  }

  /// Northern Ireland: three letters of which the last two are a county's, and figures.
  private static func isNorthern(_ mark: String) -> Bool {
    let letters = mark.prefix { $0.isLetter }
    let figures = mark.dropFirst(letters.count)
    return letters.count == 3 && (2...4).contains(figures.count)
      && figures.allSatisfy(\.isNumber) && counties.contains(String(letters.suffix(2)))
  }

  /// Letters and figures in one run each.
  private static func isInTwo(_ mark: String) -> Bool {
    zip(mark, mark.dropFirst()).count { $0.isLetter != $1.isLetter } == 1
  }

  private static func shape(_ mark: String) -> String {
    String(mark.map { $0.isNumber ? "0" : "A" })
  }

  /// The letters of the counties of Northern Ireland.
  private static let counties = Set(
    """
    AZ BZ CZ DZ EZ FZ GZ HZ JZ LZ NZ OZ PZ RZ SZ TZ UZ VZ WZ XZ YZ IA IB IJ IL IW JI OI UI XI
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
