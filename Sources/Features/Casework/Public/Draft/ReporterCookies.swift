internal import Partnership

/// The cookies of the public's pages.
extension VisitorCookie {
  /// The cookie of a report being written.
  static func draft(_ settings: Settings) -> VisitorCookie {
    VisitorCookie("hamlet-report", Int(DraftStore.keptSeconds), settings)
  }

  /// The cookie of a report that was opened by its secret; it ends with the browser.
  static func follow(_ settings: Settings) -> VisitorCookie {
    VisitorCookie("hamlet-own-report", nil, settings)
  }

  /// The cookie of the form that asks for a case review; it ends with the browser.
  static func review(_ settings: Settings) -> VisitorCookie {
    VisitorCookie("hamlet-review", nil, settings)
  }

  /// The cookie of the form that asks how satisfied somebody is; it ends with the browser.
  static func survey(_ settings: Settings) -> VisitorCookie {
    VisitorCookie("hamlet-survey", nil, settings)
  }
}
