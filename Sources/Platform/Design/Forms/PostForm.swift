public import Markup

/// A form that changes something.
///
///     PostForm(to: path, csrf: frame.csrf) { …fields…; SubmitButton("Save") }
public struct PostForm<Content: HTML>: HTML {
  private let path: String
  private let csrf: String
  private let isUpload: Bool
  private let content: Content

  /// A form sent to `path` with the frame's token; `upload` where it holds a ``FileField``.
  public init(
    to path: String, csrf: String, upload: Bool = false, @HTMLBuilder content: () -> Content
  ) {
    self.path = path
    self.csrf = csrf
    isUpload = upload
    self.content = content()
  }

  /// The form; the server checks it, in its own words.
  public var body: some HTML {
    form(
      .method(.post), .action(path), .enctype("multipart/form-data").when(isUpload), .novalidate
    ) {
      // First, so that a server reading a file as it comes has seen the token before it.
      input(.type(.hidden), .name("csrf"), .value(csrf))
      content
    }
  }
}

/// A form that looks for something: its fields stand side by side and go into the address.
public struct FilterForm<Content: HTML>: HTML {
  private let path: String
  private let content: Content

  /// A form whose fields become the query of `path`.
  public init(to path: String, @HTMLBuilder content: () -> Content) {
    self.path = path
    self.content = content()
  }

  /// The form.
  public var body: some HTML {
    form(.class("inline-form no-print"), .method(.get), .action(path)) { content }
  }
}
