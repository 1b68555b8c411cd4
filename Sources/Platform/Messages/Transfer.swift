internal import CCurl
internal import Glibc

/// One transfer by libcurl, with what it sends and what it receives.
///
/// Nothing the library says is kept but its code: its texts may hold addresses. It belongs to one
/// thread, and frees the library's handle and lists with itself.
@safe
final class Transfer {
  /// How a transfer ended.
  struct Outcome {
    let code: CURLcode
    /// The last answer of the server, such as 250 or 201; 0 where there was none.
    let status: Int
    /// Whether all there was to send had been handed to the library.
    let isSentWhole: Bool
    let answer: [UInt8]

    /// Whether the server cannot have been given anything to act on.
    var neverBegan: Bool {
      [
        CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT,
        CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED,
        CURLE_LOGIN_DENIED, CURLE_SSL_CACERT_BADFILE, CURLE_URL_MALFORMAT,
      ].contains(code)
    }
  }

  /// Bytes of an answer that are kept; the rest is read and dropped.
  private static let mostAnswer = 1 << 16
  /// The library must be started once, before the first transfer of any thread.
  private static let started: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  private let easy: UnsafeMutableRawPointer
  private var lists: [UnsafeMutablePointer<curl_slist>] = unsafe []
  private var toSend: [UInt8] = []
  private var sent = 0
  private var isSentWhole = false
  private var answer: [UInt8] = []

  /// A transfer to an address by some protocols, such as `smtp,smtps`.
  init(_ url: String, protocols: String, seconds: Int) {
    guard Self.started, let easy = unsafe curl_easy_init() else {
      preconditionFailure("libcurl could not start on this machine")
    }
    unsafe self.easy = unsafe easy
    set(CURLOPT_URL, url)
    set(CURLOPT_PROTOCOLS_STR, protocols)
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_CONNECTTIMEOUT, 10)
    set(CURLOPT_TIMEOUT, seconds)
    unsafe hamlet_curl_set_sink(
      easy,
      { bytes, size, count, context in
        guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
        let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
        unsafe transfer.receive(UnsafeRawBufferPointer(start: bytes, count: size * count))
        return size * count
      }, unsafe Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    unsafe curl_easy_cleanup(easy)
    while let list = unsafe lists.popLast() { unsafe curl_slist_free_all(list) }
  }

  func set(_ option: CURLoption, _ text: String) {
    _ = unsafe hamlet_curl_set_text(easy, option, text)
  }

  func set(_ option: CURLoption, _ number: Int) {
    _ = unsafe hamlet_curl_set_number(easy, option, number)
  }

  func set(_ option: CURLoption, _ lines: [String]) {
    var list: UnsafeMutablePointer<curl_slist>?
    for line in lines { unsafe list = unsafe curl_slist_append(list, line) }
    guard let list = unsafe list else { return }
    unsafe lists.append(list)
    _ = unsafe hamlet_curl_set_list(easy, option, list)
  }

  /// Sends bytes as a mail.
  func upload(_ bytes: [UInt8]) {
    set(CURLOPT_UPLOAD, 1)
    send(bytes)
  }

  /// Sends bytes as the body of a POST.
  func post(_ bytes: [UInt8]) {
    set(CURLOPT_POST, 1)
    set(CURLOPT_POSTFIELDSIZE, bytes.count)
    send(bytes)
  }

  private func send(_ bytes: [UInt8]) {
    toSend = bytes
    unsafe hamlet_curl_set_source(
      easy,
      { bytes, size, count, context in
        guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
        let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
        return unsafe transfer.give(
          UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
      }, unsafe Unmanaged.passUnretained(self).toOpaque())
  }

  /// Runs it to its end, on the calling thread.
  func perform() -> Outcome {
    let code = unsafe curl_easy_perform(easy)
    let status = unsafe hamlet_curl_status(easy)
    return Outcome(code: code, status: status, isSentWhole: isSentWhole, answer: answer)
  }

  private func give(_ room: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(room.count, toSend.count - sent)
    guard count > 0 else {
      isSentWhole = true
      return 0
    }
    unsafe room.copyBytes(from: toSend[sent..<sent + count])
    sent += count
    return count
  }

  private func receive(_ bytes: UnsafeRawBufferPointer) {
    unsafe answer += bytes.prefix(max(0, Self.mostAnswer - answer.count))
  }
}
