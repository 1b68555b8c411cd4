public import Kernel

/// A service of GOV.UK Notify, with the templates our words are put into.
///
/// Each template there has a body of `((body))`, and that of emails a subject of `((subject))`, so
/// that one wording is kept: ours. A route without a template is not served.
public struct NotifyService: Sendable {
  /// The address of the API, without a slash at its end.
  public let url: String
  /// The template of each route.
  public let templates: [MessageRoute: String]
  let service: String
  let secret: Sensitive<String>

  /// The service of an API key: a name, the service's id and the secret, with hyphens.
  ///
  /// - Parameters:
  ///   - key: the key as Notify shows it, which ends in two UUIDs.
  ///   - templates: the id of the template of each route.
  ///   - url: the address of the API.
  /// - Throws: ``NotifySettingsProblem``.
  public init(
    key: Sensitive<String>, templates: [MessageRoute: String],
    url: String = "https://api.notifications.service.gov.uk"
  ) throws(NotifySettingsProblem) {
    let text = key.reveal(for: "signing for Notify")
    let ids = text.suffix(73)
    let (service, secret) = (ids.prefix(36), ids.suffix(36))
    guard ids.count == 73, Self.isUUID(service), Self.isUUID(secret) else { throw .key }
    guard !templates.isEmpty else { throw .noTemplate }
    guard templates.values.allSatisfy({ Self.isUUID($0[...]) }) else { throw .template }
    guard url.hasPrefix("https://") || url.hasPrefix("http://127.0.0.1:") else {
      throw .address(url)
    }
    self.url = url
    self.templates = templates
    self.service = String(service)
    self.secret = Sensitive(String(secret))
  }

  private static func isUUID(_ text: Substring) -> Bool {
    text.count == 36
      && text.enumerated().allSatisfy { index, letter in
        [8, 13, 18, 23].contains(index) ? letter == "-" : letter.isASCII && letter.isHexDigit
      }
  }
}

/// Why GOV.UK Notify cannot be used as it was named.
public enum NotifySettingsProblem: Problem, Equatable {
  /// The key is no key of Notify.
  case key
  /// No route has a template.
  case noTemplate
  /// A template's id is not one.
  case template
  /// The address is neither https nor on this machine.
  case address(String)
  /// The file of the key cannot be read.
  case unreadable(String)

  /// What happened and what to do, in the words of the settings.
  public var message: String {
    switch self {
    case .key:
      "The Notify key is not whole: it is a name and two long numbers, with hyphens between them."
    case .noTemplate:
      "A Notify key is set, and no template. Set HAMLET_NOTIFY_EMAIL, HAMLET_NOTIFY_TEXT or "
        + "HAMLET_NOTIFY_LETTER to the id of a template."
    case .template: "A Notify template’s id is not one: copy it from the template’s page."
    case .address(let url): "HAMLET_NOTIFY_URL is “\(url)”: it must begin with https://."
    case .unreadable(let path): "The file \(path) cannot be read, or is empty."
    }
  }

  /// 500: it is the machine's trouble.
  public var status: Int { 500 }
}

extension NotifyService {
  /// The service some settings name; `nil` where no key is set.
  ///
  /// - Parameter variable: gives a setting by its name; `HAMLET_NOTIFY_KEY` or `…_KEY_FILE`,
  ///   `…_EMAIL`, `…_TEXT`, `…_LETTER` and `…_URL` are asked for.
  /// - Returns: the service.
  /// - Throws: ``NotifySettingsProblem``.
  public static func named(
    by variable: (String) -> String?
  ) throws(NotifySettingsProblem) -> NotifyService? {
    let key: Sensitive<String>
    if let path = variable("HAMLET_NOTIFY_KEY_FILE") {
      guard let line = firstLine(of: path) else { throw .unreadable(path) }
      key = line
    } else {
      guard let text = variable("HAMLET_NOTIFY_KEY") else { return nil }
      key = Sensitive(text)
    }
    var templates: [MessageRoute: String] = [:]
    templates[.email] = variable("HAMLET_NOTIFY_EMAIL")
    templates[.text] = variable("HAMLET_NOTIFY_TEXT")
    templates[.letter] = variable("HAMLET_NOTIFY_LETTER")
    guard let url = variable("HAMLET_NOTIFY_URL") else {
      return try NotifyService(key: key, templates: templates)
    }
    return try NotifyService(key: key, templates: templates, url: url)
  }
}
