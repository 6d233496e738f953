import{a as e,b as t,d as a,e as i}from"./faq.js";import{Aa as n,Ba as l,E as r,H as s,Ia as o,J as d,Ja as c,K as u,M as f,N as p,P as h,U as $,_ as q,ca as b,r as m,s as _,u as g}from"./app.js";var v=200,y=/\p{Script=Han}/u,k=/^\s*(?:[-*•·]\s+|\d{1,3}[.)、]\s*)/,w=e=>y.test(e)?"zh-CN":"en",x=e=>e.normalize("NFKC").toLowerCase().replace(/[\s\p{P}]+/gu,"");function M(e){let t=structuredClone(e??{}),a=e=>({question:"",answer:"",alternatives:[],buttons:[],picture:null,...t.texts?.[e]});return{id:t.id??null,kind:t.kind??"answer",state:t.state??"draft",category:t.category??"",channels:t.channels??null,valid_from:t.valid_from??null,valid_until:t.valid_until??null,public:t.public??!0,bot:t.bot??!0,version:t.version??0,texts:{"zh-CN":a("zh-CN"),en:a("en")},channel_answers:t.channel_answers??[],links:t.links??[],task:t.task?{fields:t.task.fields,next:t.task.then}:null}}var C=e=>!(!e.question.trim()&&!e.answer.trim());function O(e){let{id:t,version:i,state:n,texts:l,...r}=e,s=a.filter(e=>C(l[e])),o=a.filter(e=>!s.includes(e)).flatMap(e=>l[e].alternatives),d=s.map((e,t)=>{let{question:a,answer:i,buttons:n,alternatives:r,...s}=l[e];return[e,{...s,question:a.trim(),answer:i.trim(),alternatives:0===t?[...r,...o]:r,buttons:n.filter(e=>e.label.trim())}]});return{...r,category:r.category.trim(),channel_answers:r.channel_answers.filter(e=>e.answer.trim()),task:"task"===r.kind&&r.task?z(r.task):null,texts:Object.fromEntries(d)}}function N(e){let t=new Map;for(let a of e.split(/\r\n|[\r\n\u2028]/)){let e=a.replace(k,"").trim();e&&x(e)&&!t.has(x(e))&&t.set(x(e),e)}return[...t.values()]}function S(e,t){let i={added:0,doubled:0,over:0},n=new Set(a.flatMap(t=>[e.texts[t].question,...e.texts[t].alternatives]).map(x));for(let a of t){let t=e.texts[w(a)].alternatives;n.has(x(a))?i.doubled+=1:t.length>=50||[...a].length>v?i.over+=1:(t.push(a),n.add(x(a)),i.added+=1)}return i}var j=e=>a.some(t=>e[t]?.trim()),D=(e,t)=>e[t]||a.map(t=>e[t]).find(Boolean)||"",E=e=>Object.fromEntries(a.flatMap(t=>e[t]?.trim()?[[t,e[t]?.trim()]]:[]));function z({fields:e,next:t}){let a=e.map(({options:e,...t})=>({...t,label:E(t.label),..."select"===t.type?{options:(e??[]).map(E).filter(e=>Object.keys(e).length>0)}:{}}));return Object.fromEntries([["fields",a],["then",t]])}var I=e=>!e||/^https?:\/\/\S+$/i.test(e),L="servicedesk.faq";function A(e){let t=()=>{try{return JSON.parse(e?.getItem(L)||"{}")}catch{return{}}},a=t=>{let a=Object.entries(t).sort(([,e],[,t])=>t.at-e.at).slice(0,20);try{return e?.setItem(L,JSON.stringify(Object.fromEntries(a))),!0}catch{return!1}};return{get:e=>t()[e]?.draft??null,put:(e,i,n)=>a({...t(),[e]:{draft:i,at:n}}),drop(e){let{[e]:i,...n}=t();a(n)}}}var B={bold:"**",italic:"*",code:"`"},K=/^ {0,3}(?:[-*•]|\d{1,3}[.)]) +/;var T=[["bold","bold","b"],["italic","italic","i"],["list","list",""],["ordered","list-ordered",""],["link","link","k"]],H=(e,t=18)=>p(e,t),J=null,F=e=>import(`${document.querySelector('meta[name="assets"]')?.getAttribute("content")??""}/dist/${e}.js`);function P(e){return"string"==typeof e?e:"code"===e.type?m`<code>${e.text}</code>`:"mention"===e.type?e.text:"link"===e.type?m`<a href=${e.url} target="_blank" rel="noopener noreferrer">${e.parts.map(P)}</a>`:"b"===e.type?m`<strong>${e.parts.map(P)}</strong>`:m`<em>${e.parts.map(P)}</em>`}function R(e,{from:t,to:a,insert:i,select:n}){e.focus(),e.setSelectionRange(t,a),!document.execCommand("insertText",!1,i)&&e.value.slice(t,t+i.length)!==i&&(e.setRangeText(i,t,a),e.dispatchEvent(new Event("input",{bubbles:!0}))),e.setSelectionRange(...n)}function V({editing:e}){let t=()=>document.getElementById("faq-answer"),a=e=>{let a=t();R(a,function(e,t,a,i){return"list"===i||"ordered"===i?function(e,t,a,i){let n=e.lastIndexOf("\n",t-1)+1,l=e.indexOf("\n",Math.max(t,a-1)),r=l<0?e.length:l,s=e.slice(n,r).split("\n"),o=(s.every(e=>(i?/^ {0,3}\d/:/^ {0,3}[-*•] /).test(e)&&K.test(e))?s.map(e=>e.replace(K,"")):s.map((e,t)=>(e=>i?`${e+1}. `:"- ")(t)+e.replace(K,""))).join("\n"),d=n+o.length;return{from:n,to:r,insert:o,select:t===a?[d,d]:[n,d]}}(e,t,a,"ordered"===i):"link"===i?function(e,t,a){let i=e.slice(t,a);if(/^https?:\/\/\S+$/i.test(i))return{from:t,to:a,insert:`[](${i})`,select:[t+1,t+1]};let n=`[${i}](https://)`,l=t+i.length+3;return{from:t,to:a,insert:n,select:i?[l,l+8]:[t+1,t+1]}}(e,t,a):function(e,t,a,i){let n=e.slice(t,a),l=n.trim(),[r,s]=[t+n.indexOf(l),t+n.indexOf(l)+l.length],o=i.length;if(e.slice(r-o,r)===i&&e.slice(s,s+o)===i&&e[r-o-1]!==i[0])return{from:r-o,to:s+o,insert:l,select:[r-o,r-o+l.length]};if(l.length>=2*o&&l.startsWith(i)&&l.endsWith(i)){let e=l.slice(o,-o);return{from:r,to:s,insert:e,select:[r,r+e.length]}}return{from:r,to:s,insert:i+l+i,select:[r+o,r+o+l.length]}}(e,t,a,B[i])}(a.value,a.selectionStart,a.selectionEnd,e))},i=e=>{if(e.isComposing||229===e.keyCode)return;let i=e.metaKey||e.ctrlKey,n=i&&!e.shiftKey&&!e.altKey&&T.find(([,,t])=>t&&t===e.key.toLowerCase());if(n)e.preventDefault(),e.stopPropagation(),a(n[0]);else if("Enter"===e.key&&!i&&!e.shiftKey){let a=t(),i=a.selectionStart===a.selectionEnd?function(e,t){let a=e.lastIndexOf("\n",t-1)+1,i=e.slice(a,t),n=K.exec(i)?.[0];if(!n)return null;if(i===n)return{from:a,to:t,insert:"",select:[a,a]};let l=Number.parseInt(n,10),r=`\n${Number.isNaN(l)?n:n.replace(/\d+/,String(l+1))}`;return{from:t,to:t,insert:r,select:[t+r.length,t+r.length]}}(a.value,a.selectionStart):null;if(!i)return;e.preventDefault(),R(a,i)}};return{set:a,view:()=>{let{draft:t,locale:a,wrong:n}=e.at,l=`${a}.answer`;return m`<textarea
id="faq-answer"
class="faq-answer"
lang=${a}
aria-label=${d("faq_editor.answer_"+("en"===a?"en":"zh"))}
aria-invalid=${n[l]?"true":g}
placeholder=${d("faq_editor.answer_placeholder")}
.value=${r(t.texts[a].answer)}
@input=${t=>e.edit(e=>{e.texts[a].answer=t.target.value},l)}
@keydown=${i}
></textarea>`}}}function U(e,t){let a="",i=0,s=null,o=()=>t.options(a.trim()).slice(0,30),d=e=>{e&&(n(),t.choose(e))},c=e=>{if(e.isComposing||229===e.keyCode)return;let t={ArrowDown:1,ArrowUp:-1}[e.key];t?(e.preventDefault(),i+=t,s?.(),document.getElementById(`pick-${i}`)?.scrollIntoView({block:"nearest"})):"Enter"===e.key&&(e.preventDefault(),d(o()[i]))};s=l(e,t.label,()=>{let e=o();return i=e.length?(i+e.length)%e.length:0,m`<input
class="picker-field"
role="combobox"
aria-label=${t.label}
aria-expanded="true"
aria-controls="pick-list"
aria-autocomplete="list"
aria-activedescendant=${e.length?`pick-${i}`:g}
placeholder=${t.placeholder}
autocomplete="off"
.value=${r(a)}
@input=${e=>{a=e.target.value,i=0,s?.()}}
@keydown=${c}
/>
<ul class="picker-list" id="pick-list" role="listbox" aria-label=${t.label}>
${e.map((e,t)=>m`<li id="pick-${t}" class="menu-item ${t===i?"picked":""}" role="option" aria-selected=${t===i} @pointerdown=${e=>e.preventDefault()} @click=${()=>d(e)}>
<span class="menu-label">${e.label}${e.more?m`<small class="menu-more">${e.more}</small>`:g}</span>${e.hint?m`<span class="menu-hint">${e.hint}</span>`:g}
</li>`)}
</ul>
${e.length?g:m`<p class="picker-nothing" role="status">${t.nothing}</p>`}`})}var W="en"===s?"en":"zh-CN",G={entry_limit:"faq_editor.too_many",phrasing_limit:"faq_editor.too_many"};function Z(e,a){let{api:n,editing:l,entries:r,say:s,app:o,at:c}=e;return u=>{let{entry:f}=l.at;if(!f)return;let p=[...l.dirty()?[{label:d("faq_editor.discard"),run:()=>l.revert()}]:[],{label:d("faq_editor.versions"),run:()=>a.open()},...e.may&&"published"===f.state?[{label:d("faq_editor.unpublish"),run:()=>(async(e,t)=>{try{let i=await e();l.took(i),r.put(i),a.forget(),s({text:t,icon:"circle-check"})}catch(e){o.desk.failed(e)}})(()=>n.unpublish(f.id),d("faq_editor.unpublished"))}]:[],...e.may?[{label:d("faq_editor.remove_entry"),run:()=>{(async()=>{let{entry:a}=l.at;if(a&&await o.dialogs.ask({title:d("faq_editor.remove_ask",{question:i(a,W)}),text:d("faq_editor.remove_means"),confirm:d("faq_editor.remove_entry")}))try{await n.remove(a.id),l.revert();let i=t(r.at.items,a.id);r.drop(a.id),c.id===a.id&&e.go("entries",i),s({text:d("faq_editor.removed"),icon:"circle-check"})}catch(e){o.desk.failed(e)}})()}}]:[]];$(u,d("faq_editor.more"),[{items:p}])}}function Q({phrasings:e},t){let a=e.filter(e=>x(e.text)!==x(t)),i=a.some(e=>e.count>1);return a.map((e,t)=>({...e,on:i?e.count>1:t<4}))}var X=({faq_id:e},t)=>!e||"draft"===e||e===t;function Y({match:e,threshold:t,would:a},i){let n=e.find(e=>X(e,i))?.p??0,l=e.find(e=>!X(e,i))??null,r=e.length>0&&X(e[0],i);return{kind:"answer"===a?r?"this":"other":a,p:e[0]?.p??0,own:n,other:l&&{question:l.question,p:l.p},threshold:t}}function ee({api:e,at:t,dirty:n,whole:l,chosen:r,took:s,drop:o,changed:d}){let c="";return async u=>{let f=t.key;if(t.busy||!f)return{done:!1};if(t.wrong=function(e,t){let i={},n=a.filter(t=>C(e.texts[t]));0===n.length&&(i["zh-CN.question"]="question");for(let a of n){let{question:n,answer:l,buttons:r}=e.texts[a];n.trim()?[...n.trim()].length>v&&(i[`${a}.question`]="question_long"):i[`${a}.question`]="question";let s="answer"===e.kind||"answer"===e.task?.next;t&&s&&!l.trim()?i[`${a}.answer`]="answer":[...l].length>8e3&&(i[`${a}.answer`]="answer_long"),r.some(e=>!e.label.trim()&&e.url)&&(i[`${a}.buttons`]="button_label"),r.some(e=>!I(e.url))&&(i[`${a}.buttons`]="button_url")}if(e.valid_from&&e.valid_until&&e.valid_from>=e.valid_until&&(i.valid="valid"),0===e.channels?.length&&(i.channels="channels"),"task"===e.kind){let t=e.task?.fields??[];0===t.length?i.task="task_empty":t.some(e=>!j(e.label))?i.task="task_label":t.some(e=>"select"===e.type&&!e.options?.some(j))&&(i.task="task_options")}return i}(t.draft,u),Object.keys(t.wrong).length>0)return d(),{done:!1};t.busy=u?"publish":"draft",d();try{if(u&&null===t.concerns&&!await(async()=>{let a=l(),n=JSON.stringify(a);if(c===n)return!0;let r=await e.check({id:t.draft.id,entry:a,question:t.question.trim()||i(t.draft,t.locale)});return c=n,t.concerns=(({worse:e=[],conflicts:t=[]})=>e.length||t.length?{worse:e,conflicts:t}:null)(r),null===t.concerns})())return{done:!1};let a=await((a,i)=>{let{gap:s,draft:o}=t;if(s&&a){if(s.faq_id&&!n())return e.decide(s.id,"attach",{faq_id:s.faq_id,phrasings:r(),despite:i});let a={...O(o),...o.id?{version:o.version}:{}};return e.decide(s.id,"approve",{entry:a,phrasings:r(),tell:t.tell,despite:i})}let d=a||o.id&&"published"===t.base.state?"published":"draft";return o.id?e.change(o.id,{...l(),version:o.version,state:d}):e.add({...l(),state:d})})(u,null!==t.concerns),d=a?.entry??a;return t.key===f&&d?.texts?s(d):o(f),c="",{done:!0,answer:a}}catch(a){return t.key===f?await(async a=>"changed_meanwhile"===a.code&&t.draft.id&&(t.theirs=await e.get(t.draft.id).catch(()=>null),t.theirs)?{done:!1}:"makes_worse"===a.code?(t.concerns={worse:[],conflicts:[]},{done:!1}):{done:!1,error:a})(a):{done:!1,error:a}}finally{t.busy=null,d()}}}var te=()=>({key:null,draft:M(null),base:M(null),entry:null,gap:null,offers:[],locale:"zh-CN",wrong:{},busy:null,concerns:null,theirs:null,tell:!1,question:"",checked:null,untried:!1});f({bot:_`<path d="M12 8V4H8"/><rect width="16" height="12" x="4" y="8" rx="2"/><path d="M2 14h2"/><path d="M20 14h2"/><path d="M15 13v2"/><path d="M9 13v2"/>`,bold:_`<path d="M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8"/>`,italic:_`<line x1="19" x2="10" y1="4" y2="4"/><line x1="14" x2="5" y1="20" y2="20"/><line x1="15" x2="9" y1="4" y2="20"/>`,list:_`<path d="M3 5h.01"/><path d="M3 12h.01"/><path d="M3 19h.01"/><path d="M8 5h13"/><path d="M8 12h13"/><path d="M8 19h13"/>`,"list-ordered":_`<path d="M11 5h10"/><path d="M11 12h10"/><path d="M11 19h10"/><path d="M4 4h1v5"/><path d="M4 9h2"/><path d="M6.5 20H3.4c0-1 2.6-1.925 2.6-3.5a1.5 1.5 0 0 0-2.6-1.02"/>`,link:_`<path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"/><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"/>`,image:_`<rect width="18" height="18" x="3" y="3" rx="2" ry="2"/><circle cx="9" cy="9" r="2"/><path d="m21 15-3.086-3.086a2 2 0 0 0-2.828 0L6 21"/>`,sparkles:_`<path d="M11.017 2.814a1 1 0 0 1 1.966 0l1.051 5.558a2 2 0 0 0 1.594 1.594l5.558 1.051a1 1 0 0 1 0 1.966l-5.558 1.051a2 2 0 0 0-1.594 1.594l-1.051 5.558a1 1 0 0 1-1.966 0l-1.051-5.558a2 2 0 0 0-1.594-1.594l-5.558-1.051a1 1 0 0 1 0-1.966l5.558-1.051a2 2 0 0 0 1.594-1.594z"/><path d="M20 2v4"/><path d="M22 4h-4"/><circle cx="4" cy="20" r="2"/>`,"thumbs-up":_`<path d="M15 5.88 14 10h5.83a2 2 0 0 1 1.92 2.56l-2.33 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.76a2 2 0 0 0 1.79-1.11L12 2a3.13 3.13 0 0 1 3 3.88Z"/><path d="M7 10v12"/>`,"git-merge":_`<circle cx="18" cy="18" r="3"/><circle cx="6" cy="6" r="3"/><path d="M6 21V9a9 9 0 0 0 9 9"/>`,ellipsis:_`<circle cx="12" cy="12" r="1"/><circle cx="19" cy="12" r="1"/><circle cx="5" cy="12" r="1"/>`});var ae=(e,t,a,i,n=!1)=>m`<div class="faq-switch">
<label class="switch"
><input type="checkbox" role="switch" .checked=${r(e)} ?disabled=${n} @change=${e=>t(e.target.checked)} /><span>${a}</span></label
>
${i?m`<p class="field-hint">${i}</p>`:g}
</div>`,ie="en"===s?"en":"zh-CN",ne=["web","api"],le=new Intl.NumberFormat(s),re=e=>{if(!e)return"";let t=new Date(e);return new Date(t.getTime()-6e4*t.getTimezoneOffset()).toISOString().slice(0,16)},se=e=>e?new Date(e).toISOString():null,oe=e=>e?m`<p class="field-error" role="alert">${d(`faq_editor.wrong_${e}`)}</p>`:g,de=e=>m`<li>
<a class="faq-example" href="/inbox/${encodeURIComponent(e.conversation_id)}?at=${e.sequence}">
<span class="faq-example-who">
${h({id:e.conversation_id,name:e.contact_name})}<b class="cut">${e.contact_name??d("faq_editor.visitor")}</b
><time datetime=${e.at}>${q(e.at,Date.now())}</time>
</span>
<span class="faq-example-asked">${e.question}</span>
${function(e){return e.answer?m`<span class="faq-example-more cut">${d("faq_editor.answered_by",{name:e.agent_name??d("faq_editor.somebody"),answer:e.answer})}</span>`:"ticket"===e.outcome?m`<span class="faq-row-warn">${d("faq_editor.became_a_ticket")}</span>`:"left"===e.outcome?m`<span class="faq-row-warn">${d("faq_editor.left")}</span>`:g}(e)}
</a>
</li>`,ce=(e,t,a)=>m`<svg class="faq-bar ${a?"own":""}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
<rect width="100" height="4" rx="2"></rect><rect class="part" width=${Math.max(0,Math.min(100,100*e))} height="4" rx="2"></rect
><rect class="line" x=${100*t-.5} width="1" height="4"></rect>
</svg>`,ue=e=>e.toFixed(2),fe=e=>e.match(/\p{Script=Han}|[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu)??[];function pe(e,t,a){let i=e.at(-1);a&&(i?.kind===t?i.text+=a:e.push({kind:t,text:a}))}function he(e,t){let[a,i]=[fe(e),fe(t)],n=[];if(a.length>400||i.length>400)return pe(n,"gone",e),pe(n,"new",t),n;let l=Array.from({length:a.length+1},()=>new Uint16Array(i.length+1));for(let e=a.length-1;e>=0;e-=1)for(let t=i.length-1;t>=0;t-=1)l[e][t]=a[e]===i[t]?l[e+1][t+1]+1:Math.max(l[e+1][t],l[e][t+1]);let[r,s]=[0,0];for(;r<a.length||s<i.length;)r<a.length&&s<i.length&&a[r]===i[s]?(pe(n,"same",a[r]),r+=1,s+=1):r<a.length&&(s>=i.length||l[r+1][s]>=l[r][s+1])?(pe(n,"gone",a[r]),r+=1):(pe(n,"new",i[s]),s+=1);return n}function $e(e,t){let a=[];for(let i of e.filter(e=>!t.includes(e)))a.push({kind:"gone",text:i},{kind:"same",text:" "});for(let i of t.filter(t=>!e.includes(t)))a.push({kind:"new",text:i},{kind:"same",text:" "});return a.slice(0,-1)}var qe=e=>m`<div class="faq-diff">
<p class="faq-diff-what">${d(`faq_editor.what_${e.what}`)}${e.locale?` · ${d("faq_editor.locale_"+("en"===e.locale?"en":"zh"))}`:""}</p>
<p>${e.parts.map(e=>"same"===e.kind?e.text:"gone"===e.kind?m`<del>${e.text}</del>`:m`<ins>${e.text}</ins>`)}</p>
</div>`;var be=/Mac|iPhone|iPad/.test(navigator.platform),me="en"===s?"en":"zh-CN",_e=(e,t=16)=>p(e,t);function ge(n){let{api:l,changed:f,app:h}=n;n.setEditing(function(e){let{api:t,kept:n,changed:l}=e,r=function({api:e,kept:t,changed:i,now:n,after:l}){let r=te(),s=null,o=()=>null!==r.key&&!((e,t)=>JSON.stringify(O(e))===JSON.stringify(O(t)))(r.draft,r.base),d=()=>r.offers.filter(e=>e.on).map(e=>e.text),c=()=>{let e=structuredClone(r.draft);return S(e,d()),O(e)},u=function({api:e,at:t,whole:a,changed:i,after:n}){let l=0,r=null,s=async()=>{let n=l+=1,r=t.question.trim(),s=null,o=!1;try{r&&(s=await e.check({id:t.draft.id,entry:a(),question:r}))}catch{o=!0}n===l&&(t.checked=s,t.untried=o,i())};return{later(){clearTimeout(r),r=n(s,250)},stop(){clearTimeout(r),l+=1}}}({api:e,at:r,whole:c,changed:i,after:l}),f=()=>{clearTimeout(s),r.key&&(o()?t.put(r.key,r.draft,n()):t.drop(r.key))};return{at:r,dirty:o,chosen:d,whole:c,trying:u,keep:f,touched(){clearTimeout(s),s=l(f,400),r.concerns=null,r.question.trim()&&u.later(),i()},lay(e,n){f(),u.stop(),Object.assign(r,te(),{locale:r.locale},n,{key:e}),r.base=structuredClone(r.draft);let l=e?t.get(e):null;l&&l.version===r.draft.version&&(r.draft=l);let{question:s,answer:o}=r.draft.texts[r.locale];!s&&!o&&(r.locale=a.find(e=>r.draft.texts[e].question)??r.locale),i()},took(e){r.key&&t.drop(r.key),Object.assign(r,{entry:e,draft:M(e),base:M(e),concerns:null,theirs:null}),r.offers=r.offers.filter(e=>!a.some(t=>r.draft.texts[t].alternatives.includes(e.text)));for(let e of r.offers)e.on=!1}}}(e),{at:s,dirty:o,chosen:d,whole:c,trying:u,keep:f,touched:p,lay:h,took:$}=r,q=e=>n.drop(e);return{at:s,dirty:o,keep:f,chosen:d,touched:p,save:ee({api:t,at:s,dirty:o,whole:c,chosen:d,took:$,drop:q,changed:l}),openEntry:e=>h(e.id,{entry:e,draft:M(e)}),openGap(e,t){let a=function(e,t){let a=M(t);if(t)return a;let i=w(e.title);a.texts[i].question=e.title;for(let[t,i]of Object.entries(e.draft??{})){let e=a.texts[t];e&&i&&(e.answer=i)}return a}(e,t),n=w(e.title);h(`gap:${e.id}`,{gap:e,entry:t,draft:a,offers:Q(e,i(a,n)),locale:n})},openNew(e){h("new",{draft:M(null)}),e&&(Object.assign(s.draft,M(e),{id:null}),s.locale=a.find(e=>s.draft.texts[e].question)??s.locale,p())},shut:()=>h(null,{}),edit(e,t){e(s.draft),t&&delete s.wrong[t],p()},speak(e){s.locale=e,l()},tick(e){s.offers[e].on=!s.offers[e].on,p()},ask(e){s.question=e,u.later(),l()},revert(){s.key&&q(s.key),s.draft=structuredClone(s.base),s.wrong={},p()},took(e){$(e),l()},settle(e){let t=s.theirs;t&&(e?(s.draft.version=t.version,Object.assign(s,{base:M(t),entry:t})):$(t),s.theirs=null,p())}}}({api:l,kept:A(h.storage),changed:f,now:Date.now,after:(e,t)=>setTimeout(e,t)}));let _=n,{editing:y,at:k}=_,x=function(e){let{api:t,editing:i,entries:n,changed:l,app:r,say:s}=e,o=null,c=!1,u=null,f=async()=>{let{entry:e}=i.at;if(!e)return;let a={id:e.id,items:[],phase:"loading"};o=a,l();try{a.items=(await t.versions(e.id)).items,a.phase="ready"}catch{a.phase="failed"}l()};return{forget(){o=null},open(){c=!0,f(),requestAnimationFrame(()=>e.root.querySelector(".faq-versions")?.scrollIntoView({block:"nearest"}))},view(){let{entry:p}=i.at;if(!p)return g;c&&o?.id!==p.id&&f();let h=o;return m`<details class="faq-versions" .open=${c} @toggle=${e=>{let t=e.target.open;t!==c&&(c=t,t&&f())}}>
<summary>${d("faq_editor.versions")} <span class="faq-number">${p.version}</span></summary>
${c&&h&&"loading"!==h.phase?"failed"===h.phase?m`<p class="faq-diff-what" role="alert">${d("faq.failed")} <button class="text-button" @click=${f}>${d("common.retry")}</button></p>`:m`<ol>
${h.items.map((o,c)=>((o,c,p)=>{let h=u===o.version;return m`<li class="faq-version">
<button
type="button"
class="faq-version-head"
aria-expanded=${h}
@click=${()=>{u=h?null:o.version,l()}}
>
<b>${d("faq_editor.version",{n:o.version})}</b>
<span class="cut">${o.by?.name??d("faq_editor.by_import")}</span>
<time datetime=${o.at} title=${b(o.at)}>${q(o.at,Date.now())}</time>
</button>
${h?m`<div class="faq-version-body">
${c?function(e,t){let[i,n]=[M(e),M(t)],l=[],r=(e,t,a)=>t.some(e=>"same"!==e.kind)&&l.push({what:e,parts:t,locale:a});for(let e of a){let[t,a]=[i.texts[e],n.texts[e]];r("question",he(t.question,a.question),e),r("alternatives",$e(t.alternatives,a.alternatives),e),r("answer",he(t.answer,a.answer),e),r("buttons",$e(t.buttons.map(e=>e.label),a.buttons.map(e=>e.label)),e),t.picture!==a.picture&&r("picture",$e(t.picture?[t.picture]:[],a.picture?[a.picture]:[]),e)}let s=["state","kind","category","public","bot"];for(let e of s)i[e]!==n[e]&&r(e,$e([String(i[e])],[String(n[e])].filter(Boolean)));r("channels",$e(i.channels??["*"],n.channels??["*"])),r("valid",$e([i.valid_from??"",i.valid_until??""].filter(Boolean),[n.valid_from??"",n.valid_until??""].filter(Boolean))),r("links",$e(i.links,n.links));let o=e=>(e.task?.fields??[]).map(e=>D(e.label,"zh-CN"));return r("task",$e(o(i),o(n))),l}(c.entry,o.entry).map(qe):m`<p class="faq-diff-what">${d("faq_editor.first_version")}</p>`}
${p?m`<p class="faq-diff-what">${d("faq_editor.current_version")}</p>`:e.may?m`<button type="button" class="button" @click=${()=>(async({version:e})=>{let{entry:a}=i.at;if(!a)return;let l=a.version,o=async(e,c,u)=>{try{let r=await t.revert(a.id,e);i.at.entry?.id===r.id&&i.took(r),n.put(r),await f(),s({text:c,icon:"circle-check",action:u?{label:d("faq_editor.undo"),run:()=>{o(l,d("faq_editor.reverted",{version:l}),!1)}}:void 0})}catch(e){r.desk.failed(e)}};await o(e,d("faq_editor.reverted",{version:e}),!0)})(o)}>${d("faq_editor.revert")}</button>`:g}
</div>`:g}
</li>`})(o,h.items[c+1],0===c))}
</ol>`:m`<p class="faq-diff-what" role="status">${d("common.loading")}</p>`}
</details>`}}}(_),j=function(a,n){let{api:l,at:r,entries:s,queue:o,editing:c,say:f,app:p}=a,h=function(a){let{api:i,at:n,queue:l,editing:r,say:s,app:o}=a,c=e=>{let i=t(l.all(),e);l.drop(e),n.id===e&&(i?a.go("queue",i):a.go("queue",null))},u=(t,n)=>{let r=async()=>{e.undo=null;try{await i.decide(t,"restore"),await Promise.all([l.load(),a.entries.load()]),a.go("queue",t)}catch(e){o.desk.failed(e)}};e.undo=r,s({text:n,icon:"circle-check",action:{label:d("faq_editor.undo"),run:r}})};return{goOn:c,done:u,decide:async(e,t,a)=>{if(!r.at.busy)try{await t(),c(e.id),u(e.id,a),l.load()}catch(e){o.desk.failed(e)}}}}(a),q=function(t,{decide:a}){let{api:n,queue:l,entries:r,editing:s}=t,o=e=>{let{gap:t}=s.at;t&&U(e,{label:d("faq.key_phrasing"),placeholder:d("faq_editor.pick_entry"),nothing:d("faq_editor.pick_none"),options:e=>r.at.items.map(e=>({id:e.id,label:i(e,W),more:e.category})).filter(t=>`${t.label} ${t.more}`.toLowerCase().includes(e.toLowerCase())),choose:({id:e,label:i})=>a(t,()=>n.decide(t.id,"attach",{faq_id:e,phrasings:[t.title,...s.chosen()]}),d("faq_editor.attached",{question:i}))})},c=e=>{let{gap:t}=s.at;t&&U(e,{label:d("faq.key_merge"),placeholder:d("faq_editor.pick_gap"),nothing:d("faq_editor.pick_none"),options:e=>l.at.items.filter(a=>a.id!==t.id&&a.title.toLowerCase().includes(e.toLowerCase())).map(e=>({id:e.id,label:e.title,hint:String(e.count)})),choose:({id:e,label:i})=>a(t,()=>n.decide(t.id,"merge",{gap_id:e}),d("faq_editor.merged",{question:i}))})};return{attach:o,merge:c,pick(e){let a=t.root.querySelector(".faq-merge, .faq-head");a&&{attach:o,merge:c}[e](a)},menu:t=>$(t,d("faq_editor.merge"),[{items:[{label:d("faq.key_phrasing"),hint:"p",run:()=>o(t)},{label:d("faq.key_merge"),hint:"m",run:()=>c(t)},{label:d("faq_editor.later"),hint:"l",run:()=>e.decide?.("later")},{label:d("faq_editor.dismiss"),hint:"d",run:()=>e.decide?.("dismiss")}]}])}}(a,h);return{title:()=>i(c.at.draft,c.at.locale),async save(e){let{gap:t}=c.at,i="queue"===r.place&&null!==t&&e,l=r.id,{done:$,answer:q,error:b}=await c.save(e);if(b)return(e=>{let t=G[e.code];t?f({text:d(t),icon:"circle-alert"}):p.desk.failed(e)})(b);if($){if(((e,t)=>{let a=t?.entry??t;if(a?.texts?s.put(a):s.load(),n.forget(),!e)return f({text:d("faq_editor.draft_saved"),icon:"circle-check"});f({text:t?.told?u("faq_editor.published_told",t.told):d("faq_editor.published"),icon:"circle-check"})})(e,q),i&&t)h.goOn(t.id),h.done(t.id,q?.told?u("faq_editor.published_told",q.told):d("faq_editor.published")),o.load();else if("new"===l&&"new"===r.id){let e=q?.entry??q;r.id=e.id,c.openEntry(e),history.replaceState(history.state,"",a.address()),p.moved()}}else requestAnimationFrame(()=>a.root.querySelector('[aria-invalid="true"], .faq-concerns')?.scrollIntoView({block:"nearest"}))},async decide(e){let{gap:t}=c.at;t&&await h.decide(t,()=>l.decide(t.id,e),d(`faq_editor.done_${e}`))},pick:q.pick,mergeMenu:q.menu,moreMenu:Z(a,n)}}(_,x),E=function(e){let{editing:t,say:i,changed:n}=e,l="",s=e=>{if(0===e.length)return;let a={added:0,doubled:0,over:0};t.edit(t=>{a=S(t,e)}),a.over?i({text:u("faq_editor.not_added",a.over),icon:"circle-alert"}):a.added>1?i({text:u("faq_editor.added",a.added),icon:"circle-check"}):a.added||i({text:d("faq_editor.known"),icon:"info"})};return()=>{let{draft:i,locale:o,wrong:c,offers:u}=t.at,f=`${o}.question`;return m`<div class="faq-field">
<label class="faq-label" for="faq-question">${d("faq_editor.question")}</label>
<input
id="faq-question"
class="input faq-question"
autocomplete="off"
lang=${o}
maxlength=${v}
placeholder=${d("faq_editor.question_"+("en"===o?"en":"zh"))}
aria-invalid=${c[f]?"true":g}
.value=${r(i.texts[o].question)}
@input=${e=>t.edit(t=>{t.texts[o].question=e.target.value},f)}
/>
${(e=>e?m`<p class="field-error" role="alert">${e}</p>`:g)(c[f]?d(`faq_editor.wrong_${c[f]}`):"")}
</div>
<div class="faq-field">
<p class="faq-label">${d("faq_editor.alternatives")} <span>${d(u.length?"faq_editor.alternatives_tick":"faq_editor.alternatives_hint")}</span></p>
<ul class="faq-chips">
${t.at.offers.map((e,a)=>m`<li>
<button type="button" class="faq-chip ${e.on?"on":""}" aria-pressed=${e.on} @click=${()=>t.tick(a)}>
${p(e.on?"check":"plus",14)} <span class="faq-chip-words">${e.text}</span> <span class="faq-number">${e.count}</span>
</button>
</li>`)} ${(({editing:e})=>a.flatMap(t=>e.at.draft.texts[t].alternatives.map((a,i)=>m`<li class="faq-chip faq-chip-own">
<span class="faq-chip-words">${a}</span>
<button
type="button"
class="chip-off"
aria-label=${d("faq_editor.remove",{text:a})}
title=${d("faq_editor.remove",{text:a})}
@click=${()=>e.edit(e=>{e.texts[t].alternatives.splice(i,1)})}
>
${p("x",14)}
</button>
</li>`)))(e)} ${m`<li class="faq-chip-add">
<input
id="faq-alternative"
class="input"
autocomplete="off"
maxlength=${v}
placeholder=${d("faq_editor.add_alternative")}
aria-label=${d("faq_editor.add_alternative")}
.value=${r(l)}
@input=${e=>l=e.target.value}
@paste=${e=>{let t=N(e.clipboardData?.getData("text/plain")??"");t.length<2||(e.preventDefault(),s(t))}}
@keydown=${e=>{if(!e.isComposing&&229!==e.keyCode)if("Enter"!==e.key||e.ctrlKey||e.metaKey){if("Backspace"===e.key&&""===l){let e=[...a].reverse().find(e=>t.at.draft.texts[e].alternatives.length>0);e&&t.edit(t=>{t.texts[e].alternatives.pop()})}}else{e.preventDefault();let t=N(l);l="",s(t),n()}}}
/>
</li>`}
</ul>
</div>`}}(_),z=function(e){let{editing:t,changed:i}=e,n=V(e);return async function(e){J=await F("markdown"),e()}(i).catch(()=>{}),()=>{let{wrong:i,locale:l}=t.at,s=`${l}.answer`;return m`<div>
${m`<div class="faq-tabs" role="tablist" aria-label=${d("faq_editor.languages")}>
${a.map(e=>{let a=!t.at.draft.texts[e].answer.trim();return m`<button
type="button"
role="tab"
id="faq-tab-${e}"
aria-selected=${e===t.at.locale}
aria-controls="faq-panel"
tabindex=${e===t.at.locale?0:-1}
@click=${()=>t.speak(e)}
@keydown=${a=>{"ArrowRight"!==a.key&&"ArrowLeft"!==a.key||(a.preventDefault(),t.speak("en"===e?"zh-CN":"en"),document.getElementById(`faq-tab-${t.at.locale}`)?.focus())}}
>
${d("faq_editor.locale_"+("en"===e?"en":"zh"))}
${a&&C(t.at.draft.texts["en"===e?"zh-CN":"en"])?m`<i class="faq-lacks" title=${d("faq_editor.lacks")}></i><span class="hidden">${d("faq_editor.lacks")}</span>`:g}
</button>`})}
${(()=>{let{gap:e,draft:a,locale:i}=t.at,n=e?.draft?.[i];return e&&n&&a.texts[i].answer.trim()!==n.trim()?m`<button type="button" class="text-button faq-drafted" @click=${()=>t.edit(e=>{e.texts[i].answer=n},`${i}.answer`)}>
${H("sparkles",16)} ${u("faq_editor.drafted",e.examples)}
</button>`:g})()}
</div>`}
<div class="faq-panel" id="faq-panel" role="tabpanel" aria-labelledby="faq-tab-${l}">
${m`<div class="faq-tools" role="toolbar" aria-label=${d("faq_editor.tools")}>
${T.map(([e,t])=>m`<button type="button" class="icon-button" aria-label=${d(`faq_editor.tool_${e}`)} title=${d(`faq_editor.tool_${e}`)} @click=${()=>n.set(e)}>${H(t)}</button>`)}
<button type="button" class="icon-button" aria-label=${d("faq_editor.tool_picture")} title=${d("faq_editor.tool_picture")} @click=${()=>document.getElementById("faq-picture")?.click()}>${H("image")}</button>
<input id="faq-picture" class="hidden" type="file" accept="image/png,image/jpeg,image/webp" tabindex="-1" aria-hidden="true" @change=${t=>{let a=t.target.files?.[0];t.target.value="",a&&async function({app:e,editing:t},a){let{locale:i}=t.at;try{let{createUploads:n}=await F("uploads"),l=await n({csrf:e.csrf,signedOut:e.signedOut})(a,1280);t.edit(e=>{e.texts[i].picture=`/p/${l}`})}catch(t){e.desk.failed(t)}}(e,a)}} />
${t.at.draft.texts[t.at.locale].picture?m`<button type="button" class="text-button" @click=${()=>t.edit(e=>{e.texts[t.at.locale].picture=null})}>${d("faq_editor.picture_off")}</button>`:g}
<span class="faq-markdown">${d("faq_editor.markdown")}</span>
</div>`}
<div class="faq-both">${n.view()}${function(e){let{draft:t,locale:a}=e.editing.at,{answer:i,buttons:n,picture:l}=t.texts[a],r=i.trim();return m`<div class="faq-preview" lang=${a}>
<p class="faq-preview-name">${d("faq_editor.sees")}</p>
<div class="faq-turn">
<span class="faq-face" aria-hidden="true">${H("bot",16)}</span>
<div class="faq-bubble">
${l?m`<img src=${l} alt="" />`:g}
${r?(e=>(J?.parse(e)??[{type:"text",parts:[e]}]).map(e=>{if("code"===e.type)return m`<pre><code>${e.text}</code></pre>`;if("text"===e.type)return m`<span class="faq-said">${(e=>e.map((t,a)=>"string"!=typeof t?t:t.replace(0===a?/^\n+/:/^$/,"").replace(a===e.length-1?/\n+$/:/^$/,"")))(e.parts).map(P)}</span>`;let t=e.items.map(e=>m`<li>${e.map(P)}</li>`);return e.ordered?m`<ol start=${e.start}>${t}</ol>`:m`<ul>${t}</ul>`}))(r):m`<span class="faq-nothing">${d("faq_editor.nothing_yet")}</span>`}
${n.filter(e=>e.label.trim()).map(e=>m`<span class="faq-card-button">${e.label}</span>`)}
</div>
</div>
<p class="faq-asks">
<span>${d("faq_editor.helped")}</span><span class="faq-thumb">${H("thumbs-up",14)} ${d("faq_editor.yes")}</span><span class="faq-thumb">${H("thumbs-down",14)} ${d("faq_editor.no")}</span>
</p>
</div>`}(e)}</div>
</div>
${i[s]?m`<p class="field-error" role="alert">${d(`faq_editor.wrong_${i[s]}`)}</p>`:g}
</div>
${function({editing:e}){let{draft:t,locale:a,wrong:i}=e.at,{buttons:n}=t.texts[a],l=(t,i)=>e.edit(e=>Object.assign(e.texts[a].buttons[t],i),`${a}.buttons`);return m`<div class="faq-field">
<p class="faq-label">${d("faq_editor.buttons")} <span>${d("faq_editor.buttons_hint")}</span></p>
${n.map((t,i)=>m`<div class="faq-button-line">
<input class="input" maxlength=${80} placeholder=${d("faq_editor.button_label")} aria-label=${d("faq_editor.button_label_n",{n:i+1})} .value=${r(t.label)} @input=${e=>l(i,{label:e.target.value})} />
<input class="input" inputmode="url" placeholder=${d("faq_editor.button_url")} aria-label=${d("faq_editor.button_url_n",{n:i+1})} .value=${r(t.url??"")} @input=${e=>l(i,{url:e.target.value.trim()||void 0})} />
<button type="button" class="icon-button" aria-label=${d("faq_editor.button_remove",{n:i+1})} title=${d("faq_editor.button_remove",{n:i+1})} @click=${()=>e.edit(e=>{e.texts[a].buttons.splice(i,1)},`${a}.buttons`)}>${p("x")}</button>
</div>`)}
${i[`${a}.buttons`]?m`<p class="field-error" role="alert">${d(`faq_editor.wrong_${i[`${a}.buttons`]}`)}</p>`:g}
${n.length<3?m`<button type="button" class="text-button faq-adds" @click=${()=>e.edit(e=>{e.texts[a].buttons.push({id:`b${Math.max(0,...n.map(e=>Number(/^b(\d+)$/.exec(e.id)?.[1]??0)))+1}`,label:""})})}>${p("plus",14)} ${d("faq_editor.button_add")}</button>`:g}
</div>`}(e)}`}}(_),I=function({editing:e}){return()=>m`<section class="faq-try">
<label for="faq-try">${d("faq_editor.try")}</label>
<input
id="faq-try"
class="input"
autocomplete="off"
maxlength="500"
placeholder=${d("faq_editor.try_placeholder")}
.value=${r(e.at.question)}
@input=${t=>e.ask(t.target.value)}
/>
${(()=>{let{checked:t,draft:a,question:i,untried:n}=e.at;if(n)return m`<p class="faq-verdict hand_over" role="status">${d("faq_editor.untried")}</p>`;if(!i.trim()||!t)return g;let{kind:l,p:r,own:s,other:o}=Y(t,a.id),c="other"===l?d("faq_editor.would_other",{question:o?.question??""}):d(`faq_editor.would_${l}`);return m`<p class="faq-verdict ${l}" role="status">
${p("this"===l?"circle-check":"info",18)} <span>${c}</span> <b>${ue("this"===l?s:r)}</b>
</p>`})()} ${(()=>{let{checked:t,draft:a,question:i}=e.at;if(!i.trim()||!t)return m`<p class="faq-try-hint">${d("faq_editor.try_hint")}</p>`;let{own:n,other:l,threshold:r}=Y(t,a.id);return m`<div class="faq-bars">
<span>${ce(n,r,!0)} ${d("faq_editor.this_one")} ${ue(n)}</span>
${l?m`<span>${ce(l.p,r,!1)} <span class="cut">${l.question}</span> ${ue(l.p)}</span>`:g}
<span class="faq-line">${d("faq_editor.threshold",{p:ue(r)})}</span>
</div>`})()}
</section>`}(_),L=function(e){let{api:t,editing:a,changed:i}=e,n={id:"",items:[],cursor:null,phase:"loading"},l=async(e,a)=>{let l=n;try{let{questions:i,next_cursor:r}=await t.gap(e,{limit:a?20:4,cursor:a?l.cursor:null});if(n!==l)return;l.items=a?[...l.items,...i]:i,Object.assign(l,{cursor:r??null,phase:"ready"})}catch{if(n!==l)return;a||(l.phase="failed")}i()};return()=>{let{gap:e}=a.at;if(!e)return g;n.id!==e.id&&(n={id:e.id,items:[],cursor:null,phase:"loading"},l(e.id,!1));let t=Math.max(0,e.examples-n.items.length);return m`<header class="faq-side-head"><h3>${d("faq_editor.from_these")}</h3><span class="faq-number">${new Intl.NumberFormat(s).format(e.examples)}</span></header>
${"loading"===n.phase?m`<p class="faq-note" role="status">${d("common.loading")}</p>`:g}
${"failed"===n.phase?m`<p class="faq-note" role="alert">${d("faq.failed")} <button class="text-button" @click=${()=>l(e.id,!1)}>${d("common.retry")}</button></p>`:g}
<ul class="faq-examples">
${n.items.map(de)}
</ul>
${n.cursor?m`<button class="text-button faq-examples-more" @click=${()=>l(e.id,!0)}>${u("faq_editor.more_examples",t)}</button>`:g} ${(()=>{let{draft:e,tell:t}=a.at,l=new Set(n.items.filter(e=>!e.answer).map(e=>e.conversation_id)).size,r=null===n.cursor&&"ready"===n.phase;return m`<div class="faq-after">
<h3>${d("faq_editor.afterwards")}</h3>
${ae(e.bot,e=>a.edit(t=>{t.bot=e}),d("faq_editor.bot_may"))}
${ae(e.public,e=>a.edit(t=>{t.public=e}),d("faq_editor.article"))}
${ae(t,e=>{a.at.tell=e,i()},r&&l?u("faq_editor.tell",l):d("faq_editor.tell_all"),r&&!l?d("faq_editor.tell_none"):void 0,r&&!l)}
</div>`})()}`}}(_),B=((e,t)=>()=>m`<header class="faq-side-head"><h3>${d("faq_editor.belongs")}</h3>${e.editing.at.entry?.stats.asked?m`<span class="faq-number">${u("faq.asked",e.editing.at.entry.stats.asked)}</span>`:g}</header>
${function({editing:e}){let t=e.at.entry?.stats;if(!t?.asked)return g;let a=t.helpful+t.unhelpful;return m`<dl class="faq-figures">
<div><dt>${d("faq_editor.stat_asked")}</dt><dd>${le.format(t.asked)}</dd></div>
<div><dt>${d("faq_editor.stat_answered")}</dt><dd>${le.format(t.answered)}</dd></div>
<div><dt>${d("faq_editor.stat_helped")}</dt><dd>${a?`${Math.round(t.helpful/a*100)}%`:"–"}</dd></div>
</dl>`}(e)}
<div class="faq-side-body">${function({editing:e,entries:t}){let{draft:a,wrong:i}=e.at;return m`<div class="faq-after">
${ae(a.bot,t=>e.edit(e=>{e.bot=t}),d("faq_editor.bot_may"))}
${ae(a.public,t=>e.edit(e=>{e.public=t}),d("faq_editor.article"))}
</div>
<div class="faq-side-field">
<label for="faq-category">${d("faq.category")}</label>
<input id="faq-category" class="input" list="faq-categories" autocomplete="off" maxlength=${60} placeholder=${d("faq_editor.category_placeholder")} .value=${r(a.category)} @input=${t=>e.edit(e=>{e.category=t.target.value})} />
<datalist id="faq-categories">${[...t.at.categories].map(e=>m`<option value=${e}></option>`)}</datalist>
</div>
<fieldset class="faq-side-field">
<legend>${d("faq_editor.channels")}</legend>
${ne.map(t=>m`<label class="check"><input type="checkbox" .checked=${r(null===a.channels||a.channels.includes(t))} @change=${a=>((t,a)=>e.edit(e=>{let i=new Set(e.channels??ne);a?i.add(t):i.delete(t),e.channels=ne.every(e=>i.has(e))?null:[...i]},"channels"))(t,a.target.checked)} /><span>${d(`common.channel_${t}`)}</span></label>`)}
${oe(i.channels)}
</fieldset>
<fieldset class="faq-side-field">
<legend>${d("faq_editor.valid")}</legend>
<label for="faq-from">${d("faq_editor.valid_from")}</label>
<input id="faq-from" class="input" type="datetime-local" .value=${r(re(a.valid_from))} @change=${t=>e.edit(e=>{e.valid_from=se(t.target.value)},"valid")} />
<label for="faq-until">${d("faq_editor.valid_until")}</label>
<input id="faq-until" class="input" type="datetime-local" .value=${r(re(a.valid_until))} @change=${t=>e.edit(e=>{e.valid_until=se(t.target.value)},"valid")} />
${oe(i.valid)}
</fieldset>`}(e)} ${function({editing:e}){let{draft:t,locale:a}=e.at,i=t.channel_answers.flatMap((e,t)=>e.locale===a?[{...e,index:t}]:[]),n=ne.filter(e=>!i.some(t=>t.channel===e));return m`<details class="faq-side-part" .open=${i.length>0}>
<summary>${d("faq_editor.channel_answers")}</summary>
${i.map(({channel:t,answer:a,index:i})=>m`<div class="faq-side-field">
<label for="faq-channel-${t}">${d("faq_editor.answer_on",{channel:d(`common.channel_${t}`)})}</label>
<textarea id="faq-channel-${t}" class="input area" rows="4" maxlength=${8e3} .value=${r(a)} @input=${t=>e.edit(e=>{e.channel_answers[i].answer=t.target.value})}></textarea>
<button type="button" class="text-button" @click=${()=>e.edit(e=>{e.channel_answers.splice(i,1)})}>${d("faq_editor.remove_plain")}</button>
</div>`)}
${n.map(t=>m`<button type="button" class="text-button faq-adds" @click=${()=>e.edit(e=>{e.channel_answers.push({channel:t,locale:a,answer:""})})}>${p("plus",14)} ${d("faq_editor.answer_on",{channel:d(`common.channel_${t}`)})}</button>`)}
</details>`}(e)} ${function({editing:e,entries:t,go:a}){let{draft:n}=e.at,l=e=>{let a=t.at.items.find(t=>t.id===e);return a?i(a,ie):d("faq_editor.another")};return m`<div class="faq-side-field">
<p class="faq-side-label">${d("faq_editor.links")} <span>${d("faq_editor.links_hint")}</span></p>
<ul class="faq-links">
${n.links.map((t,i)=>m`<li><a class="cut" href="/faq/${t}" @click=${e=>{e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),a("entries",t))}}>${l(t)}</a><button type="button" class="icon-button" aria-label=${d("faq_editor.remove",{text:l(t)})} title=${d("faq_editor.remove",{text:l(t)})} @click=${()=>e.edit(e=>{e.links.splice(i,1)})}>${p("x",14)}</button></li>`)}
</ul>
${n.links.length<10?m`<button type="button" class="text-button faq-adds" aria-haspopup="dialog" aria-expanded="false" @click=${a=>U(a.currentTarget,{label:d("faq_editor.link_add"),placeholder:d("faq_editor.pick_entry"),nothing:d("faq_editor.pick_none"),options:e=>t.at.items.filter(e=>e.id!==n.id&&!n.links.includes(e.id)).map(e=>({id:e.id,label:i(e,ie),more:e.category})).filter(t=>t.label.toLowerCase().includes(e.toLowerCase())),choose:({id:t})=>e.edit(e=>{e.links.push(t)})})}>${p("plus",14)} ${d("faq_editor.link_add")}</button>`:g}
</div>`}(e)} ${function({editing:e}){let{draft:t,wrong:a,locale:i}=e.at,n=t=>e.edit(e=>t(e.task??={fields:[],next:"answer"}),"task"),l=["order","phone","email","text","select"].map(e=>({value:e,label:d(`faq_editor.field_${e}`)}));return m`<div class="faq-side-field">
<p class="faq-side-label">${d("faq_editor.kind")}</p>
${c(d("faq_editor.kind"),["answer","task"].map(e=>({value:e,label:d(`faq_editor.kind_${e}`)})),t.kind,t=>e.edit(e=>{e.kind="task"===t?"task":"answer","task"===e.kind&&(e.task??={fields:[{id:"f1",label:{},type:"order",required:!0}],next:"answer"})},"task"))}
${"task"===t.kind?m`<p class="field-hint">${d("faq_editor.task_hint")}</p>
${(t.task?.fields??[]).map((e,t)=>m`<div class="faq-task-field">
<input class="input" maxlength="80" aria-label=${d("faq_editor.field_label_n",{n:t+1})} .value=${r(e.label[i]??"")} placeholder=${D(e.label,i)||d("faq_editor.field_label")} @input=${e=>n(a=>{a.fields[t].label[i]=e.target.value})} />
${o(`faq-field-${t}`,l,e.type,e=>n(a=>{a.fields[t].type=e}),d("faq_editor.field_type_n",{n:t+1}))}
<button type="button" class="icon-button" aria-label=${d("faq_editor.field_remove",{n:t+1})} title=${d("faq_editor.field_remove",{n:t+1})} @click=${()=>n(e=>{e.fields.splice(t,1)})}>${p("x")}</button>
${"select"===e.type?m`<input class="input" placeholder=${d("faq_editor.field_options")} aria-label=${d("faq_editor.field_options_n",{n:t+1})} .value=${r((e.options??[]).map(e=>D(e,i)).join(", "))} @change=${e=>n(a=>{a.fields[t].options=((e,t,a)=>t.split(/[,，、;；]/).map(e=>e.trim()).filter(Boolean).map((t,i)=>({...e[i],[a]:t})))(a.fields[t].options??[],e.target.value,i)})} />`:g}
<label class="check"><input type="checkbox" .checked=${r(e.required)} @change=${e=>n(a=>{a.fields[t].required=e.target.checked})} /><span>${d("faq_editor.field_required")}</span></label>
</div>`)}
${oe(a.task)}
${(t.task?.fields.length??0)<8?m`<button type="button" class="text-button faq-adds" @click=${()=>n(e=>{e.fields.push({id:`f${Math.max(0,...(t.task?.fields??[]).map(e=>Number(/^f(\d+)$/.exec(e.id)?.[1]??0)))+1}`,label:{},type:"order",required:!0})})}>${p("plus",14)} ${d("faq_editor.field_add")}</button>`:g}
<label for="faq-then">${d("faq_editor.then")}</label>
${o("faq-then",["answer","hand_over"].map(e=>({value:e,label:d(`faq_editor.then_${e}`)})),t.task?.next??"answer",e=>n(t=>{t.next=e}))}`:g}
</div>`}(e)} ${t.view()}</div>`)(_,x);return Object.assign(e,{save:j.save,decide:j.decide,pick:j.pick}),{view:()=>{let{gap:e,wrong:t}=y.at,a=Object.keys(t).length,i=null!==e&&"queue"===k.place;return m`<div class="faq-editor">
<div class="faq-main">
${function(e,t){let{editing:a,at:i,may:n,mayDraft:l}=e,{gap:r,busy:s,entry:o}=a.at,c="queue"===i.place&&null!==r,u=c?"faq_editor.publish_next":"published"===o?.state?"faq_editor.update":"faq_editor.publish",f=r?.faq_id&&"phrasing"!==r.kind;return m`<header class="faq-head">
<button class="icon-button only-phone" aria-label=${d("common.back")} title=${d("common.back")} @click=${()=>e.go(i.place,null)}>${p("chevron-left",22)}</button>
<h2 id="faq-open" class="hidden" tabindex="-1">${t.title()||d("faq_editor.is_new")}</h2>
${function(e){let{editing:t}=e,{entry:a,draft:i,busy:n}=t.at,l=[d(a?"published"===a.state?"faq_editor.is_published":"faq_editor.is_draft":"faq_editor.is_new")];return n?l.push(d("faq_editor.saving")):t.dirty()?l.push(d("faq_editor.kept_here")):a&&l.push(a.updated_by?d("faq_editor.changed_by",{name:a.updated_by.name,when:q(a.updated_at,Date.now())}):d("faq_editor.changed",{when:q(a.updated_at,Date.now())})),m`<p class="faq-standing" role="status" title=${l.join(" · ")}>${l.join(" · ")}${"task"===i.kind?m` <span class="chip chip-line">${d("faq_editor.kind_task")}</span>`:g}</p>`}(e)}
<div class="faq-does">
${c&&n?m`<button class="button quiet no-phone" title="${d("faq.key_dismiss")} (d)" @click=${()=>t.decide("dismiss")}>${d("faq_editor.dismiss")}</button>
<button class="button quiet faq-roomy" title="${d("faq.key_later")} (l)" @click=${()=>t.decide("later")}>${d("faq_editor.later")}</button>
${f?g:m`<button class="button faq-merge" aria-haspopup="menu" aria-expanded="false" title="${d("faq.key_merge")} (m)" @click=${e=>t.mergeMenu(e.currentTarget)}>
${_e("git-merge")}<span>${d("faq_editor.merge")}</span>
</button>`}`:g}
${!c&&o?m`<button class="icon-button" aria-haspopup="menu" aria-expanded="false" aria-label=${d("faq_editor.more")} title=${d("faq_editor.more")} @click=${e=>t.moreMenu(e.currentTarget)}>${_e("ellipsis",18)}</button>`:g}
${l&&"published"!==o?.state?m`<button class="button" aria-busy=${"draft"===s} ?disabled=${!a.dirty()&&!!o} @click=${()=>t.save(!1)}>${d("faq_editor.save_draft")}</button>`:g}
${n?m`<button class="button primary" aria-busy=${"publish"===s} @click=${()=>t.save(!0)}>
${d(a.at.concerns?"faq_editor.despite":u)} <kbd class="no-phone" aria-hidden="true">${be?"⌘":"Ctrl "}↵</kbd>
</button>`:g}
</div>
</header>`}(_,j)}
<div class="faq-body">
${function({editing:e}){let{theirs:t}=e.at;return t?m`<section class="faq-concerns" role="alert">
<h3>${p("circle-alert",18)} ${d("faq_editor.meanwhile",{name:t.updated_by?.name??d("faq_editor.somebody"),when:q(t.updated_at,Date.now())})}</h3>
<blockquote>${t.texts[e.at.locale]?.answer||t.texts[e.at.locale]?.question}</blockquote>
<div class="faq-inline">
<button class="button" @click=${()=>e.settle(!1)}>${d("faq_editor.take_theirs")}</button>
<button class="button" @click=${()=>e.settle(!0)}>${d("faq_editor.keep_mine")}</button>
</div>
</section>`:g}(_)} ${a?m`<p class="field-error" role="alert">${u("faq_editor.wrong",a)}</p>`:g} ${E()} ${z()} ${function({editing:e,entries:t}){let{concerns:a}=e.at;if(!a)return g;let i=a=>{if(null===a)return d(e.at.draft.id?"faq_editor.nothing_found":"faq_editor.this_or_person");if("draft"===a||a===e.at.draft.id)return d("faq_editor.this_one");let i=t.at.items.find(e=>e.id===a);return i?d("faq.quoted",{text:i.texts[me]?.question??i.texts["en"===me?"zh-CN":"en"]?.question??""}):d("faq_editor.another")};return m`<section class="faq-concerns" role="alert">
<h3>${p("circle-alert",18)} ${d("faq_editor.concerns")}</h3>
${a.worse.length?m`<p>${u("faq_editor.worse",a.worse.length)}</p>
<ul>
${a.worse.map(e=>m`<li><b>${d("faq.quoted",{text:e.question})}</b> ${d("faq_editor.worse_line",{before:i(e.before),after:i(e.after)})}</li>`)}
</ul>`:g}
${a.conflicts.length?m`<p>${u("faq_editor.conflicts",a.conflicts.length)}</p>
<ul>
${a.conflicts.map(e=>m`<li><b>${d("faq.quoted",{text:e.text})}</b> <a href="/faq/${e.faq_id}">${e.question??i(e.faq_id)}</a></li>`)}
</ul>`:g}
${a.worse.length+a.conflicts.length===0?m`<p>${d("faq_editor.makes_worse")}</p>`:g}
<p>${d("faq_editor.concerns_next")}</p>
</section>`}(_)} ${I()}
</div>
</div>
<section class="faq-side" aria-label=${d(i?"faq_editor.from_these":"faq_editor.belongs")}>${i?L():B()}</section>
</div>`},lay:e=>async function({api:e,at:t,queue:a,editing:i},n){let l=()=>t.id===n&&t.shown;if("new"===n)return i.openNew();if(n.startsWith("gap_")){let t=a.find(n)??await e.gap(n),r=t.faq_id?await e.get(t.faq_id):null;return void(l()&&i.openGap(t,r))}let r=await e.get(n);l()&&i.openEntry(r)}(_,e),begin:(e,t)=>y.openNew({texts:{[w(e+t)]:{question:e,answer:t,alternatives:[],buttons:[],picture:null}}})}}export{ge as createEditor};
