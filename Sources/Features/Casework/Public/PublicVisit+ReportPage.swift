internal import Design
internal import HTTP
internal import Markup
internal import Partnership

extension PublicVisit {
  /// A page it may be dangerous to be seen at: kept by no browser, with the way to leave at once.
  func reportPage(
    _ title: String, _ state: FormState = FormState(), @HTMLBuilder content: () -> some HTML
  ) -> Response {
    var frame = frame
    frame.quickExit = ReportDesk.exit
    return Response.html(
      Page(frame: frame, title: title, refusal: state.refusal, content: content),
      status: state.refusal == nil ? 200 : 422
    ).unkept
  }
}
