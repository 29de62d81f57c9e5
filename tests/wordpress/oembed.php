<?php
// What WordPress makes of oEmbed answers from a site it does not know, done by WordPress' own code.
//   php tests/wordpress/oembed.php <folder of WordPress> < [{"url": …, "data": {…}}, …]
// Prints for each {"html": text or false, "script": whether the page then loads wp-embed.js}. Only what a running
// WordPress has beside the code that filters (a database, other plugins) is stood in for.

define('ABSPATH', rtrim($argv[1], '/') . '/');
define('WPINC', 'wp-includes');
define('WP_CONTENT_DIR', ABSPATH . 'wp-content');
define('WP_DEBUG', false);

foreach (['compat', 'load', 'plugin', 'functions', 'kses', 'formatting', 'embed', 'class-wp-oembed', 'class-wp-list-util', 'version'] as $file) {
    require_once ABSPATH . WPINC . "/$file.php";
}

// The options of a new site; there is no database to ask.
add_filter('pre_option', fn($value, $name) => $name === 'blog_charset' ? 'UTF-8' : '', 10, 2);
function wp_cache_get($name) { return $name === 'alloptions' ? ['blog_charset' => 'UTF-8'] : false; }
// The secret is random in WordPress; here it can be compared.
function wp_generate_password($length) { return substr('s3cr3ts3cr3t', 0, $length); }
function wp_enqueue_script($name) { $GLOBALS['scripts'][] = $name; }
function home_url($path = '') { return "https://news.example$path"; }

// Exactly the filters that WordPress itself adds for these, in its order.
$defaults = file_get_contents(ABSPATH . WPINC . '/default-filters.php');
$of_embeds = "/^add_(filter|action)\(\s*'(oembed_dataparse|embed_oembed_html)'.*;/m";
preg_match_all($of_embeds, $defaults, $lines);
foreach ($lines[0] as $line) {
    eval($line);
}
add_action('wp_head', 'wp_oembed_add_host_js');

// Answers are JSON text; what is not one is refused as WordPress refuses it.
$answers = json_decode(stream_get_contents(STDIN));
$made = [];
foreach ($answers as $answer) {
    $GLOBALS['scripts'] = [];
    $html = _wp_oembed_get_object()->data2html($answer->data, $answer->url);
    if ($html !== false) {
        $html = apply_filters('embed_oembed_html', $html, $answer->url, [], 1);
    }
    $made[] = ['html' => $html, 'script' => in_array('wp-embed', $GLOBALS['scripts'], true)];
}
echo json_encode(['wordpress' => $wp_version, 'filters' => count($lines[0]), 'made' => $made], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), "\n";
