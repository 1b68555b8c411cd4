public import HTTP
import Kernel

/// Pages and assets kept ready to send, answered without a handler while they are fresh.
///
///     let version = dataVersion()
///     let page = render()
///     kept.keep(page, at: "/performance") { dataVersion() == version }
///
/// Only for what is the same for everybody. Read the version before the page is rendered, so that
/// a change in between makes the page stale and not wrong.
public final class Kept: Sendable {
  private let pages = Guarded<[String: KeptPage]>([:])

  /// Nothing kept yet.
  public init() {}

  /// Keeps an answer of bytes for GET and HEAD of a path, with an `ETag`.
  ///
  /// The path is as it is sent, escaped and without a query. Browsers ask each time whether the
  /// answer has changed, unless it has its own `Cache-Control`. `isFresh` is asked on an I/O thread
  /// for each request, so it must be cheap. A request that carries `cookie` goes to the handler.
  public func keep(
    _ response: Response, at path: String, unless cookie: String? = nil,
    while isFresh: @escaping @Sendable () -> Bool
  ) {
    let page = KeptPage(response, unless: cookie, isFresh: isFresh)
    pages.withLock { $0[path] = page }
  }

  /// Keeps an asset with a hash of its content in its name, which browsers need never ask for again.
  public func keepForever(_ response: Response, at path: String) {
    var response = response
    response.headers.append(("Cache-Control", "public, max-age=31536000, immutable"))
    keep(response, at: path) { true }
  }

  /// The page of a request's address as it was sent, if it is fresh and meant for the request.
  func page(at target: [UInt8], for request: Request) -> KeptPage? {
    let path = String(decoding: target, as: UTF8.self)
    guard let page = pages.withLock({ $0[path] }), page.isMeant(for: request) else { return nil }
    return page.isFresh() ? page : nil
  }
}

/// One kept page in the forms it is sent in, each made when first asked for.
final class KeptPage: Sendable {
  fileprivate let isFresh: @Sendable () -> Bool
  private let cookie: String?
  private let plain: Response
  private let compressed: Response
  private let tag: ETag
  private let forms = Guarded<[Form: Outgoing]>([:])

  private enum Form { case plain, compressed, unchanged }

  init(_ response: Response, unless cookie: String?, isFresh: @escaping @Sendable () -> Bool) {
    var response = response
    tag = if case .bytes(let bytes) = response.body { ETag(of: bytes) } else { ETag(of: []) }
    response.headers.append(("ETag", tag.description))
    if response.header("Cache-Control") == nil {
      response.headers.append(("Cache-Control", "no-cache"))
    }
    plain = response.encoded(gzip: false, level: 9)
    compressed = response.encoded(gzip: true, level: 9)
    self.isFresh = isFresh
    self.cookie = cookie
  }

  fileprivate func isMeant(for request: Request) -> Bool {
    cookie.map { request.cookie($0) == nil } ?? true
  }

  /// The answer to a request with these fields.
  func answer(
    _ fields: [String: String], defaults: [(name: String, value: String)]
  ) -> Outgoing? {
    let form: Form =
      if fields["if-none-match"].map(tag.matches(ifNoneMatch:)) ?? false {
        .unchanged
      } else if fields["accept-encoding"].map(ContentCoding.acceptsGzip) ?? false {
        .compressed
      } else {
        .plain
      }
    return forms.withLock { forms in
      if let made = forms[form] { return made }
      let made = make(form, defaults)
      forms[form] = made
      return made
    }
  }

  private func make(_ form: Form, _ defaults: [(name: String, value: String)]) -> Outgoing? {
    switch form {
    case .plain: return Outgoing(plain, defaults: defaults)
    case .compressed: return Outgoing(compressed, defaults: defaults)
    case .unchanged:
      let kept = plain.headers.filter { ["ETag", "Cache-Control", "Vary"].contains($0.name) }
      return Outgoing(Response(status: 304, headers: kept), defaults: defaults)
    }
  }
}
