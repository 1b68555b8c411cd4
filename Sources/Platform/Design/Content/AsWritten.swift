public import Markup

/// A name, a reference, or what somebody wrote: no text of ours, and never put into another language.
public struct AsWritten: HTML {
  private let text: String

  /// Words that stay as they are.
  public init(_ text: String) { self.text = text }

  /// The words.
  public var body: some HTML { span(.translate(false)) { text } }
}
