public import Markup

/// How a page is to be handled, above everything on it and on paper.
public struct Handling: HTML {
  private let marking: String
  private let note: String?

  /// A marking with a remark beside it.
  public init(_ marking: String = "OFFICIAL-SENSITIVE", note: String? = nil) {
    self.marking = marking
    self.note = note
  }

  /// The line.
  public var body: some HTML {
    div(.class("handling")) {
      strong { marking }
      if let note { span { note } }
    }
  }
}
