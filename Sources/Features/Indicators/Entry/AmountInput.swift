import Kernel

/// One figure as it is typed: the figure itself, or the number counted and what it is out of.
///
/// Thousands may have commas, a percentage its sign. It holds only figures that the kind allows.
struct AmountInput {
  let kind: FigureKind
  /// Whether the definition says what the figure is out of.
  let hasBase: Bool

  /// The three texts of a figure.
  struct Texts: Hashable, Sendable {
    var value = ""
    var numerator = ""
    var denominator = ""

    var isEmpty: Bool { value.isEmpty && numerator.isEmpty && denominator.isEmpty }
  }

  /// Which of the three texts.
  enum Part: String, Sendable, CaseIterable {
    case value = "v"
    case numerator = "n"
    case denominator = "d"
  }

  /// What is wrong with which text, as a sentence.
  struct Wrong: Error, Hashable {
    let part: Part
    let message: String
  }

  /// Reads the texts; `nil` where all are empty.
  func read(_ texts: Texts) throws(Wrong) -> Amount? {
    if texts.isEmpty { return nil }
    let value = texts.value.isEmpty ? nil : try figure(texts.value, .value)
    let counted = texts.numerator.isEmpty ? nil : try figure(texts.numerator, .numerator)
    let base = texts.denominator.isEmpty ? nil : try figure(texts.denominator, .denominator)
    switch (counted, base) {
    case (nil, nil): return try value.map { value throws(Wrong) in try alone(value) }
    case (let counted?, let base?): return try share(counted, of: base, stated: value)
    case (nil, _): throw Wrong(part: .numerator, message: "Enter the number counted too")
    case (_, nil): throw Wrong(part: .denominator, message: "Enter what it is out of too")
    }
  }

  /// The texts that show a figure in its fields.
  func texts(_ amount: Amount?) -> Texts {
    guard let amount else { return Texts() }
    guard hasBase, let counted = amount.numerator, let base = amount.denominator else {
      return Texts(value: AmountInput.grouped(amount.value))
    }
    return Texts(
      numerator: AmountInput.grouped(counted), denominator: AmountInput.grouped(base))
  }

  /// A figure as it is shown in a field: `1,041`, `-4.2`.
  static func grouped(_ figure: Figure) -> String {
    let parts = figure.description.split(separator: ".", omittingEmptySubsequences: false)
    let sign = parts[0].hasPrefix("-") ? "-" : ""
    let digits = Array(parts[0].dropFirst(sign.count))
    var whole = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { whole += "," }
      whole.append(digit)
    }
    return sign + whole + (parts.count == 2 ? ".\(parts[1])" : "")
  }

  private func alone(_ value: Figure) throws(Wrong) -> Amount {
    if kind == .percentage, value > Figure(100) {
      throw Wrong(part: .value, message: "A share cannot be more than 100%")
    }
    return Amount(value)
  }

  private func share(
    _ counted: Figure, of base: Figure, stated: Figure?
  ) throws(Wrong) -> Amount {
    guard base > .zero else {
      throw Wrong(part: .denominator, message: "What it is out of must be more than nought")
    }
    if kind == .percentage, counted > base {
      throw Wrong(part: .numerator, message: "The number counted is more than what it is out of")
    }
    guard let amount = Amount(numerator: counted, denominator: base, kind: kind) else {
      throw Wrong(part: .denominator, message: "What it is out of must be more than nought")
    }
    if let stated, stated != amount.value.ratio.rounded(to: decimals(of: stated)) {
      let computed = AmountInput.grouped(amount.value.ratio.rounded(to: 2))
      throw Wrong(part: .value, message: "The two numbers give \(computed): leave this empty")
    }
    return amount
  }

  private func decimals(of figure: Figure) -> Int {
    figure.description.split(separator: ".").dropFirst().first?.count ?? 0
  }

  private func figure(_ text: String, _ part: Part) throws(Wrong) -> Figure {
    var rest = text
    if rest.last == "%" {
      guard kind == .percentage, part == .value else {
        throw Wrong(part: part, message: "Enter a number without a percent sign")
      }
      rest = FieldFate.plain(String(rest.dropLast()))
    }
    guard let found = Figure(rest) else {
      throw Wrong(
        part: part, message: "Enter a number in digits, such as 1,041 or 4.2, below 1,000,000,000")
    }
    let mayBeNegative = part == .value && (kind == .level || kind == .average)
    guard mayBeNegative || found >= .zero else {
      throw Wrong(part: part, message: "Enter a number that is not below nought")
    }
    let mustBeWhole = kind == .count || (part != .value && kind != .average)
    if mustBeWhole, found.whole == nil {
      throw Wrong(part: part, message: "Enter a whole number: this is a count")
    }
    return found
  }
}
