import Design
import Markup

/// How a target ended, in words: the figures, the judgement, and whether the two agree.
extension Outturn {
  /// The judgement with its sign as printed.
  var mark: StateMark { StateMark(status.mark, "\(status.rawValue) \(status.words)") }

  /// Whether figures and judgement agree, and where others judged better went less far.
  func words(among judged: [(status: OutturnStatus, parts: [OutturnProgress])]) -> String {
    var words =
      switch agreement {
      case .agrees: "They agree."
      case .differs: "They differ."
      case .untested: "The figures cannot tell."
      }
    let behind = OutturnOrder.better(than: (status, parts.map(\.progress)), among: judged)
    if behind > 0 {
      words += " It went further than \(NumberText.whole(behind)) judged good progress."
    }
    guard reason != Archive.author, let first = reason.first else { return words }
    return "\(words) \(first.uppercased())\(reason.dropFirst())."
  }
}

extension Outturn.Part {
  /// What was asked for.
  var asked: String {
    let figure = progress.target.map(amount) ?? "no number stated"
    return name + "\(progress.sense.word) \(figure)"
  }

  /// What was reached.
  var reached: String { name + (progress.outturn.map(amount) ?? "not given") }

  /// How much of the way was gone.
  var share: String {
    name + (progress.share.map { NumberText.percent($0.rounded(to: 0).double) } ?? "not to be said")
  }

  private var name: String { label.isEmpty ? "" : "\(label) \(measure): " }

  private func amount(_ figure: Figure) -> String {
    let places = figure.whole == nil ? figure.description.split(separator: ".")[1].count : 0
    let number = NumberText.decimal(figure.double, places: places)
    switch unit {
    case "%": return number + "%"
    case "count": return number
    default: return "\(number) \(unit)"
    }
  }
}

/// One line for each measure of a target.
struct Lines: HTML {
  private let lines: [String]

  init(_ lines: [String]) { self.lines = lines }

  var body: some HTML {
    for (index, text) in lines.enumerated() {
      if index > 0 { br() }
      text
    }
  }
}
