import { describe, expect, it } from 'vitest';
import { sanitizeHtml, withAbsoluteLinks } from './html.ts';

describe('sanitizeHtml', () => {
  it.each([
    ['<p><badhtml></badhtml>processed html</p>', '<p>processed html</p>'],
    ['plain & simple', 'plain &amp; simple'],
    ['1 < 2 > 0', '1 &lt; 2 &gt; 0'],
    ['<b>bold', '<b>bold</b>'],
    ['<ul><li>one<li>two</ul>x', '<ul><li>one</li><li>two</li></ul>x'],
    ['</p>text', '<p></p>text'],
    ['<br/><hr><img src="/a.png" onerror="x()">', '<br /><hr /><img src="/a.png" />'],
    ['<!-- note --><!DOCTYPE html>x', 'x'],
    ['<script>alert(1 < 2)</script>after', 'alert(1 &lt; 2)after'],
    ['<style>p { color: red }</style>after', 'after'],
    [
      '<P CLASS=big data-x="1" aria-label=\'a "b"\'>x</P>',
      '<p class="big" data-x="1" aria-label="a &quot;b&quot;">x</p>',
    ],
    ['<math><mi mathvariant="bold">x</mi></math>', '<math><mi mathvariant="bold">x</mi></math>'],
  ])('%s', (html, clean) => {
    expect(sanitizeHtml(html)).toBe(clean);
  });

  it.each([
    '<a href="javascript:alert(1)">x</a>',
    '<a href="  java\tscript:alert(1)">x</a>',
    '<a href="&#106;avascript&#58;alert(1)">x</a>',
    '<a href="javascript&colon;alert(1)">x</a>',
    '<a href=vbscript:x>x</a>',
  ])('takes the address away: %s', (html) => {
    expect(sanitizeHtml(html)).toBe('<a>x</a>');
  });

  it('keeps the styles that are allowed', () => {
    expect(sanitizeHtml('<p style="color: red; behavior: url(x); width:expression(1)">x</p>')).toBe(
      '<p style="color:red">x</p>',
    );
    expect(sanitizeHtml('<p style="background: url(javascript:x)">x</p>')).toBe('<p>x</p>');
    expect(sanitizeHtml('<p style="background-image: url(https://x.example/a.png)">x</p>')).toBe(
      '<p style="background-image:url(https://x.example/a.png)">x</p>',
    );
  });

  it('leaves nothing half open', () => {
    expect(sanitizeHtml('text <a href="x')).toBe('text ');
    expect(sanitizeHtml('<iframe src="/x"><img src=x onerror=y></iframe>')).toBe(
      '<iframe src="/x"><img src="x" /></iframe>',
    );
  });

  it('gives the same when it is done again', () => {
    const html = '<p style="color: red">a < b <x>c</x> <a href="https://x.example/?a=1&b=2">d</a>';
    expect(sanitizeHtml(sanitizeHtml(html))).toBe(sanitizeHtml(html));
  });
});

describe('withAbsoluteLinks', () => {
  it('makes links within the site absolute and leaves the others', () => {
    const url = (path: string) => `https://easel.example${path}`;
    expect(withAbsoluteLinks('<a class="x" href="/courses/1">a</a><img src="//cdn/x.png">/b', url)).toBe(
      '<a class="x" href="https://easel.example/courses/1">a</a><img src="//cdn/x.png">/b',
    );
  });
});
