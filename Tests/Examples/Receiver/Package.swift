// swift-tools-version: 6.3
// A server that receives webhooks. It is a package of its own, so that nobody who imports a client resolves Hummingbird.

import PackageDescription

let package = Package(
    name: "Receiver",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "waybill", path: "../../.."),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.6.0"),
    ],
    targets: [
        .executableTarget(
            name: "Receiver",
            dependencies: [
                .product(name: "Connectly", package: "waybill"),
                .product(name: "Simpu", package: "waybill"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ]
        ),
        .testTarget(
            name: "ReceiverTests",
            dependencies: [
                "Receiver",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
