internal import Kernel
internal import Messages

/// How a message gets to a reporter: the way they chose, and whether somebody looks at it first.
struct ReporterReach {
  let way: MessageRoute
  let address: Sensitive<String>
  /// Why it waits until somebody has looked; `nil` where it goes by itself.
  let hold: String?

  /// The way a reporter chose; `nil` where they want no message, or left no way to send one.
  init?(_ report: Report, _ reporter: Sensitive<Reporter>) {
    let reporter = reporter.reveal(for: "message to the reporter")
    let (way, address): (MessageRoute, String)
    switch reporter.way {
    case .email: (way, address) = (.email, reporter.email)
    case .text: (way, address) = (.text, reporter.phone)
    case .phone: (way, address) = (.phone, reporter.phone)
    case .unwanted, nil: return nil
    }
    guard report.identity != .anonymous, !address.isEmpty else { return nil }
    self.way = way
    self.address = Sensitive(address)
    hold = Self.hold(report, reporter)
  }

  static let flagged = "The report is flagged: act on that first"

  /// A flag, or words about safety that no machine can read.
  private static func hold(_ report: Report, _ reporter: Reporter) -> String? {
    if report.isFlagged { return flagged }
    guard !reporter.safety.isEmpty else { return nil }
    return "The reporter wrote when and how it is safe: read that before it goes"
  }
}
