import"./faq.js";import{H as a,I as t,J as e,K as n,N as i,_ as o,a as r,r as s,u as l}from"./app.js";var d=new Intl.NumberFormat(a),p={csv:"text/csv",tsv:"text/tab-separated-values",jsonl:"application/x-ndjson",ndjson:"application/x-ndjson",json:"application/x-ndjson",xlsx:"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};async function f({app:a},t,e){let n,i=p[t.name.split(".").at(-1)?.toLowerCase()??""]??"application/octet-stream";try{n=await fetch(`/api/v1/faq/imports?${new URLSearchParams({name:t.name,dry_run:String(e)})}`,{method:"POST",headers:{"x-csrf-token":a.csrf,"content-type":i},credentials:"same-origin",body:t})}catch{throw new r(0,null,null)}401===n.status&&a.signedOut();let o=await n.json().catch(()=>null);if(!n.ok)throw new r(n.status,o,null);return o}function c({refused:a,refused_count:i}){return 0===i?l:s`<details class="faq-refused" open>
<summary>${n("faq_import.refused",i,{n:d.format(i)})}</summary>
<div class="faq-table-scroll" tabindex="0" role="group" aria-label=${e("faq_import.refused_table")}>
<table>
<thead><tr><th scope="col">${e("faq_import.line")}</th><th scope="col">${e("faq_import.field")}</th><th scope="col">${e("faq_import.why")}</th></tr></thead>
<tbody>${a.map(a=>s`<tr><td>${d.format(a.line)}</td><td>${(a=>a&&t(`faq_import.field_${a}`)?e(`faq_import.field_${a}`):a??"")(a.field)}</td><td>${(a=>t(`faq_import.why_${a}`)?e(`faq_import.why_${a}`):a)(a.reason)}</td></tr>`)}</tbody>
</table>
</div>
${i>a.length?s`<p class="field-hint">${e("faq_import.and_more",{n:d.format(i-a.length)})}</p>`:l}
</details>`}var u=a=>s`<dl class="faq-figures">
<div><dt>${e("faq_import.added")}</dt><dd>${d.format(a.added)}</dd></div>
<div><dt>${e("faq_import.updated")}</dt><dd>${d.format(a.updated)}</dd></div>
<div><dt>${e("faq_import.unchanged")}</dt><dd>${d.format(a.unchanged)}</dd></div>
<div><dt>${e("faq_import.refused_short")}</dt><dd>${d.format(a.refused_count)}</dd></div>
</dl>`;function m(a){let r={file:null,preview:null,running:null,busy:!1,over:!1,problem:"",before:[]},p=function(a,i){let{api:o,changed:r,app:s,say:l}=a,d=a=>{i.problem=t(`faq_import.problem_${a.code}`)?e(`faq_import.problem_${a.code}`):"",i.problem||s.desk.failed(a)},p=async()=>{try{i.before=(await o.imports()).items}catch{}r()},c=async t=>{for(i.running=t,r();i.running&&("running"===i.running.state||"undoing"===i.running.state);){await new Promise(a=>setTimeout(a,500));try{i.running={...i.running,...await o.import(t.id)}}catch(a){d(a);break}r()}a.entries.load(),await p()},u=async a=>{if(!i.busy){Object.assign(i,{busy:!0,problem:""}),r();try{await a()}catch(a){d(a)}finally{i.busy=!1,r()}}};return{load:p,look:t=>u(async()=>{Object.assign(i,{file:t,preview:null,running:null}),t.size>20971520?i.problem=e("faq_import.problem_too_large"):0===t.size?i.problem=e("error.empty_file"):i.preview=await f(a,t,!0)}),bring:()=>u(async()=>{if(!i.file)return;let t=await f(a,i.file,!1);Object.assign(i,{file:null,preview:null}),await c(t)}),undo:a=>u(async()=>{await s.dialogs.ask({title:e("faq_import.undo_ask",{name:a.name??""}),text:n("faq_import.undo_means",a.added+a.updated),confirm:e("faq_import.undo")})&&(await c(await o.undoImport(a.id)),l({text:e("faq_import.undone"),icon:"circle-check"}))}),forget(){Object.assign(i,{file:null,preview:null,problem:""}),r()}}}(a,r);return p.load(),()=>s`<div class="faq-whole">
<header class="faq-head">
<button class="icon-button only-phone" aria-label=${e("common.back")} title=${e("common.back")} @click=${()=>a.go("entries",null)}>${i("chevron-left",22)}</button>
<h2 class="faq-whole-title">${e("faq_import.title")}</h2>
</header>
<div class="faq-body">
${function(a,t,n){let o=t=>{a.over!==t&&(a.over=t,n())};return s`<div
class="faq-drop ${a.over?"over":""}"
@dragover=${a=>{a.preventDefault(),o(!0)}}
@dragleave=${a=>a.currentTarget.contains(a.relatedTarget)||o(!1)}
@drop=${a=>{a.preventDefault(),o(!1);let e=a.dataTransfer?.files[0];e&&t.look(e)}}
>
${i("upload",24)}
<p><b>${e("faq_import.drop")}</b></p>
<p class="field-hint">${e("faq_import.kinds")}</p>
<input id="faq-file" class="hidden" type="file" tabindex="-1" aria-hidden="true" accept=".csv,.tsv,.txt,.jsonl,.ndjson,.json,.xlsx" @change=${a=>{let e=a.target.files?.[0];a.target.value="",e&&t.look(e)}} />
<button class="button primary" aria-busy=${a.busy} @click=${()=>document.getElementById("faq-file")?.click()}>${e("faq_import.choose")}</button>
</div>`}(r,p,a.changed)} ${r.problem?s`<p class="field-error" role="alert">${r.problem}</p>`:l} ${!r.busy||r.preview||r.running?l:s`<p class="faq-note" role="status">${e("faq_import.looking")}</p>`}
${function({file:a,preview:t,busy:i},o){if(!a||!t)return l;let r=t.added+t.updated;return s`<section class="faq-part-box">
<h3>${e("faq_import.preview",{name:a.name})}</h3>
${u(t)} ${(({sample:a})=>a?.length?s`<ul class="faq-sample">
${a.map(a=>s`<li><span class="chip chip-line">${e("faq_import.line_n",{n:d.format(a.line)})}</span> <b>${a.question}</b><span class="cut">${a.answer}</span></li>`)}
</ul>`:l)(t)} ${c(t)}
<p class="field-hint">${e("faq_import.preview_hint")}</p>
<div class="faq-inline">
<button class="button primary" aria-busy=${i} ?disabled=${0===r} @click=${o.bring}>${r?n("faq_import.bring",r,{n:d.format(r)}):e("faq_import.nothing_new")}</button>
<button class="button quiet" @click=${o.forget}>${e("faq_import.another")}</button>
</div>
</section>`}(r,p)} ${function({running:a,busy:t},i){if(!a)return l;let o="running"===a.state||"undoing"===a.state;return s`<section class="faq-part-box" aria-live="polite">
<h3>${e(`faq_import.state_${a.state}`)}</h3>
${o?s`<progress class="faq-progress" max=${a.lines||l} value=${a.lines?a.read:l} aria-label=${e(`faq_import.state_${a.state}`)}></progress><p class="field-hint">${n("faq_import.read",a.read,{n:d.format(a.read)})}</p>`:l}
${u(a)} ${c(a)}
${"done"===a.state?s`<div class="faq-inline"><a class="button" href="/faq/entries">${e("faq_import.see")}</a><button class="button quiet" aria-busy=${t} @click=${()=>i.undo(a)}>${e("faq_import.undo")}</button></div>`:l}
</section>`}(r,p)} ${function({before:a,running:t},i){let r=a.filter(a=>a.id!==t?.id);return 0===r.length?l:s`<section class="faq-part-box">
<h3>${e("faq_import.before")}</h3>
<ul class="faq-before">
${r.map(a=>s`<li>
<span class="faq-before-what"><b class="cut">${a.name??e("faq_import.file")}</b><span>${[a.at?o(a.at,Date.now()):"",e(`faq_import.state_${a.state}`),n("faq_import.changes",a.added+a.updated,{n:d.format(a.added+a.updated)})].filter(Boolean).join(" · ")}</span></span>
${"done"===a.state&&a.added+a.updated>0?s`<button class="button quiet" @click=${()=>i.undo(a)}>${e("faq_import.undo")}</button>`:l}
</li>`)}
</ul>
</section>`}(r,p)}
<section class="faq-part-box">
<h3>${e("faq_import.export")}</h3>
<p class="field-hint">${e("faq_import.export_hint")}</p>
<div class="faq-inline">
<a class="button" href="/api/v1/faq/export?format=csv" download="faq.csv">${i("download")} ${e("faq_import.export_csv")}</a>
<a class="button" href="/api/v1/faq/export?format=jsonl" download="faq.jsonl">${i("download")} ${e("faq_import.export_jsonl")}</a>
</div>
</section>
</div>
</div>`}export{m as createImport};
