internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// What somebody typed into a form that cannot be carried out any more, so that nothing of it is lost.
struct TypedWords: HTML {
  /// Fields a page sends by itself.
  private static let own: Set<String> = ["csrf", "step", "version"]
  private let texts: [String]

  /// Whatever stands in a form.
  init(_ form: Fields) {
    texts = form.pairs.filter { !Self.own.contains($0.name) && !$0.value.isEmpty }.map(\.value)
  }

  var body: some HTML {
    if !texts.isEmpty {
      Sheet("What you typed, which was not kept", id: "typed", mark: .warn) {
        for text in texts { p(.class("prewrap")) { text } }
      }
    }
  }
}
