#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A file in the body of a request that is `multipart/form-data`: bytes, or a file on the disk.
///
/// ```swift
/// let photo = try FormFile(contentsOf: url, contentType: "image/png")
/// try await client.parcels.document("p1", photo: photo)
/// ```
///
/// A file on the disk is read while the request goes out, in pieces, and again for each attempt. A transport that takes bodies
/// as a whole (``Transport/canStream``), and an API that signs its requests, have it read into memory.
public struct FormFile: Sendable, Hashable {
    enum Content: Sendable, Hashable {
        case bytes([UInt8])
        case file(BodyFile)
    }

    /// The name that the server is told; a name alone, without folders.
    public var name: String
    /// The media type, such as `image/png`.
    public var contentType: String
    let content: Content

    /// Makes a file of bytes.
    public init(name: String, contentType: String = "application/octet-stream", bytes: [UInt8]) {
        self.name = name
        self.contentType = contentType
        content = .bytes(bytes)
    }

    /// Makes a file of text, as UTF-8.
    public init(name: String, contentType: String = "text/plain; charset=utf-8", text: String) {
        self.init(name: name, contentType: contentType, bytes: Array(text.utf8))
    }

    /// Takes a file on the disk, which is looked at now, and read when it is sent.
    ///
    /// It has to stay as it is until the call has ended. Where it is not there any more, or has another length or time of change
    /// than now, a call that has not begun to send ends as never sent (``TransportError/Reason/unreadableBody``).
    /// - Parameters:
    ///   - url: Where it is.
    ///   - name: The name that the server is told; nil takes the last part of the URL.
    /// - Throws: What keeps it from being read.
    public init(
        contentsOf url: URL,
        name: String? = nil,
        contentType: String = "application/octet-stream"
    ) throws(FileFault) {
        content = .file(try BodyFile(path: url.path))
        self.name = name ?? url.lastPathComponent
        self.contentType = contentType
    }

    /// How many bytes it has.
    public var count: Int {
        switch content {
        case .bytes(let bytes): bytes.count
        case .file(let file): file.count
        }
    }

    /// What it has; nil where that is on the disk.
    public var bytes: [UInt8]? {
        if case .bytes(let bytes) = content { bytes } else { nil }
    }
}

extension FormFile: CustomStringConvertible, CustomReflectable {
    /// Its type and size; the name and what it has may be people's data.
    public var description: String { "\(contentType), \(count) bytes" }

    /// Type and size only.
    public var customMirror: Mirror { Mirror(self, children: ["contentType": contentType, "count": count]) }
}
