import Kernel
import Messages
import Partnership

/// By what messages leave.
enum MessageChecks {
  /// Whether the carriers are named as they should be, and whether the mail server lets us in.
  static func carriers(
    _ environment: Environment, trouble: (MailServer) -> String? = { $0.trouble() }
  ) -> Finding {
    if let problem = environment.mailTrouble { return .fault("messages", problem.message) }
    let settings = environment.settings
    if let mail = settings.mail, let trouble = trouble(mail) {
      return .fault("messages", "\(trouble): \(mail.host), port \(mail.port).")
    }
    var words: [String] = []
    if let mail = settings.mail { words.append("Email leaves by \(mail.host).") }
    if let notify = settings.notify {
      let routes = notify.templates.keys.filter { $0 != .email || settings.mail == nil }
      let titles = routes.map { $0.title.lowercased() }.sorted()
      if !titles.isEmpty {
        words.append("By GOV.UK Notify: \(titles.joined(separator: ", ")).")
      }
    }
    return .good(
      "messages",
      words.isEmpty
        ? "No mail server is set: people hand over links and letters themselves."
        : words.joined(separator: " "))
  }
}
