internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// What somebody typed into a form that cannot be carried out any more, so that nothing of it is lost.
struct TypedWords: HTML {
  private let texts: [String]

  /// The texts of a form: whatever has more than one word.
  init(_ form: Fields) {
    texts = form.pairs.filter { $0.name != "csrf" && $0.value.contains(where: \.isWhitespace) }
      .map(\.value)
  }

  var body: some HTML {
    if !texts.isEmpty {
      Sheet("What you typed, which was not kept", id: "typed", mark: .warn) {
        for text in texts { p(.class("prewrap")) { text } }
      }
    }
  }
}
