public import Markup

/// A form with a ``FileField``, whose file goes in pieces where script runs and is large.
///
/// Without script it is sent as any form is. With it, each piece is posted to `pieces` with the
/// fields `csrf`, `name`, `size`, `file` and `at`; what broke off goes on where it was. Afterwards the
/// form is sent without the file where its button's value is `continue`, and `after` is opened
/// otherwise.
public struct UploadForm<Content: HTML>: HTML {
  private let path: String
  private let csrf: String
  private let pieces: String
  private let after: String
  private let content: Content

  /// A form sent to `path` with the frame's token.
  public init(
    to path: String, csrf: String, pieces: String, after: String,
    @HTMLBuilder content: () -> Content
  ) {
    self.path = path
    self.csrf = csrf
    self.pieces = pieces
    self.after = after
    self.content = content()
  }

  /// The form, its bar, which shows once something is being sent, and its script.
  public var body: some HTML {
    form(
      .method(.post), .action(path), .enctype("multipart/form-data"), .novalidate,
      .data("pieces", pieces), .data("after", after),
      .data("say-sent", "0 % sent"),
      .data("say-gone", "The connection is gone. It goes on by itself when it is back."),
      .data(
        "say-failed",
        "The file could not be sent. What came is kept: choose the same file again to go on.")
    ) {
      input(.type(.hidden), .name("csrf"), .value(csrf))
      content
      div(.class("progress"), .data("sending", ""), .hidden) {
        p(.role("status")) {}
        progress(.aria("label", "How much is sent"), .value("0"), .max("1")) {}
      }
    }
    script(.src(Assets.embedded.upload.path), .defer) {}
  }
}
