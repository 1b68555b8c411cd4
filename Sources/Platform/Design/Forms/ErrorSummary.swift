public import HTTP
public import Markup

/// What a form did not accept, first on the page, each sentence a link to its field.
///
/// Give the same refusal to ``Page``, which puts "Error: " before the title.
public struct ErrorSummary: HTML {
  private let refusal: Refusal?

  /// The summary of a refusal; nothing where there is none.
  public init(_ refusal: Refusal?) { self.refusal = refusal }

  /// The box.
  public var body: some HTML {
    if let refusal, !refusal.entries.isEmpty {
      div(.class("error-summary"), .role("alert"), .tabindex(-1), .autofocus) {
        h2 { "There is a problem" }
        ul(.role("list")) {
          for entry in refusal.entries {
            li {
              if entry.field.isEmpty {
                entry.message
              } else {
                a(.href("#\(entry.field)")) { entry.message }
              }
            }
          }
        }
      }
    }
  }
}
