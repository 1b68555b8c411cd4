internal import Design
internal import Kernel
internal import Statistics

extension ExceptionReport {
  /// The finding in a sentence; only what survives the correction over all lines is counted.
  var headline: String {
    let place = at.step == .week ? "this week" : "this month"
    return switch lines.count {
    case 0: "Nothing stands out \(place)"
    case 1: "1 ward and kind stands out \(place)"
    case let count: "\(count) wards and kinds stand out \(place)"
    }
  }

  /// What was tested and what was not, and why.
  var coverage: String {
    let all = tested + untested.values.reduce(0, +)
    let reasons = SeriesTest.Reason.allCases.compactMap { reason in
      untested[reason.rawValue].map { "\(NumberText.whole($0)) \(reason.words)" }
    }
    let rest = reasons.isEmpty ? "" : " Not tested: \(reasons.joined(separator: ", "))."
    return "\(NumberText.whole(tested)) of \(NumberText.whole(all)) wards and kinds with any "
      + "incident were tested.\(rest)"
  }

  /// What is to be said before any line is believed: the source moved, or is incomplete.
  var cautions: [String] {
    var cautions: [String] = []
    if let change { cautions.append("\(change). Counts before that day are not compared.") }
    if let whole {
      let counts =
        "\(NumberText.whole(whole.observed)) incidents in all, "
        + "usually about \(NumberText.whole(Int(whole.expected.rounded())))"
      if whole.isBeyond {
        cautions.append(
          "The whole source is up: \(counts). Ask first whether it records otherwise.")
      }
      if whole.isThin {
        cautions.append("The source is thin: \(counts). Its file may be incomplete.")
      }
    }
    if case .week(let week) = at {
      let days = holidays.map { $0.compactMap { Day($0) } } ?? week.days.bankHolidays
      if !days.isEmpty {
        let words = days.map(\.words).joined(separator: " and ")
        cautions.append(
          "The week holds a day off (\(words)): nights out and closed offices move counts.")
      }
    }
    return cautions
  }

  /// How the report can be made again.
  var facts: [(name: String, value: String)] {
    let step = at.step
    return [
      ("Looked at", "\(title), \(at.words)"),
      (
        "Method",
        "Each ward and kind is compared with \(SeriesTest.Method.farrington.title)"
          + (step == .week
            ? "; with under two years of past, with \(SeriesTest.Method.ears.title)" : "")
          + ". Rises only."
      ),
      ("Corrected over the whole page", "Yes: of the lines shown, about 1 in 20 may be by chance"),
      (
        "Wards",
        edition.map { "Of \($0)" } ?? "None were imported: the whole area is one line a kind"
      ),
      ("Without a place", "\(NumberText.whole(unlocated)), in no line"),
      ("Outside every ward", NumberText.whole(outside)),
      ("Time known to no week", NumberText.whole(undated)),
      ("The source covers", "Up to \(last.words)"),
      ("Version of the method", String(version)),
      ("Made from", "Counts with the hash \(hash.prefix(12))…"),
    ]
  }
}

extension ExceptionReport.Line {
  /// How often so many would come about by chance, in this line alone.
  var chanceWords: String {
    switch chance {
    case ..<0.000_1: "less than 1 time in 10,000"
    case ..<0.000_95:
      "about \(NumberText.whole(max(1, Int((chance * 10_000).rounded())))) in 10,000"
    case ..<0.009_5: "about \(NumberText.whole(Int((chance * 1_000).rounded()))) in 1,000"
    default: "about \(NumberText.whole(Int((chance * 100).rounded()))) in 100"
    }
  }

  var usualWords: String {
    let usual =
      expected < 10 ? NumberText.decimal(expected) : NumberText.whole(Int(expected.rounded()))
    return "about \(usual), up to \(NumberText.whole(Int(upper)))"
  }

  var sinceWords: String {
    guard let period = CountPeriod(since) else { return since }
    let unit = period.step == .week ? "week" : "month"
    return run == 1 ? "This \(unit) alone" : "\(run) \(unit)s, since \(period.words)"
  }
}
