import Access
import HTTP
import Kernel

/// The names of the fields of an entry form, and what they hold before anybody types.
struct EntryFields {
  let indicator: DueIndicator

  func figure(_ period: Period, _ part: AmountInput.Part) -> String {
    "\(part.rawValue)-\(indicator.member.id)-\(period.slug)"
  }
  var reason: String { "why-\(indicator.member.id)" }
  var commentary: String { "words-\(indicator.member.id)" }
  var state: String { "state-\(indicator.member.id)" }
  var stateReason: String { "state-why-\(indicator.member.id)" }

  /// The field that marks what another held when the form was opened.
  static func seen(_ field: String) -> String { "seen-\(field)" }

  /// What the fields hold now, by name, in the order of the form.
  var current: [(name: String, text: String)] {
    let figures = indicator.figures.flatMap { due in
      let texts = indicator.input.texts(due.standing?.amount)
      return [
        (figure(due.period, .value), texts.value),
        (figure(due.period, .numerator), texts.numerator),
        (figure(due.period, .denominator), texts.denominator),
      ]
    }
    let shown = figures.filter { indicator.input.hasBase || $0.0.hasPrefix("v-") }
    return shown + [
      (commentary, indicator.commentary?.words ?? ""),
      (state, indicator.judgement?.state.rawValue ?? ""),
      (stateReason, indicator.judgement?.reason ?? ""),
    ]
  }

  /// The fields as they stand, with a mark of each.
  var fields: [(String, String)] {
    current.flatMap { [($0.name, $0.text), (EntryFields.seen($0.name), Digest.mark($0.text))] }
  }
}

/// What became of one field between opening the form and sending it.
enum FieldFate: Hashable, Sendable {
  /// Nobody touched it, or both wrote the same.
  case same
  /// Only the sender changed it.
  case changed(String)
  /// Somebody else changed it meanwhile, and the sender too.
  case conflict(mine: String, theirs: String)

  init(posted: String?, seen: String?, current: String) {
    guard let posted = posted.map(FieldFate.plain) else {
      self = .same
      return
    }
    if posted == current || Digest.mark(posted) == seen {
      self = .same
    } else if seen == Digest.mark(current) {
      self = .changed(posted)
    } else {
      self = .conflict(mine: posted, theirs: current)
    }
  }

  /// Text as it is kept: line ends of one kind, no white space at either end.
  static func plain(_ text: String) -> String {
    var lines: [Substring] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var line = line
      while line.last?.isWhitespace == true { line = line.dropLast() }
      lines.append(line)
    }
    var joined = lines.joined(separator: "\n")[...]
    while joined.first?.isWhitespace == true { joined = joined.dropFirst() }
    while joined.last?.isWhitespace == true { joined = joined.dropLast() }
    return String(joined)
  }
}
