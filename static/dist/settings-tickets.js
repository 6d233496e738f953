import{a as e}from"./with-parts-grip.js";import{b as t}from"./settings.js";import{a as s,b as i,f as n,h as l,k as a}from"./with-parts-controls.js";import{E as r,J as o,K as c,r as d,u as p}from"./app.js";var u=(e,t,s,i,{wrong:n,hint:l,max:a=40}={})=>d`<div class="set-field">
<div class="set-label"><label for=${e}>${t}</label></div>
<input id=${e} class="input" autocomplete="off" maxlength=${a} aria-invalid=${n?"true":p} aria-describedby="${e}-hint ${e}-error" .value=${r(s)} @input=${e=>i(e.target.value)} />
<p class="field-hint" id="${e}-hint">${l??p}</p>
<p class="field-error" id="${e}-error" role="alert">${n??""}</p>
</div>`,m=["new","open","pending","on_hold","solved","closed"],$=["text","email","phone","number","date","select","checkbox"],y=e=>({"zh-CN":e?.["zh-CN"]??"",en:e?.en??""}),b=e=>e.map(({id:e,name:t,public_name:s,category:i,builtin:n})=>({key:e,id:e,name:t,public_name:y(s),category:i,builtin:!!n})),g=e=>e.map(({id:e,name:t,public:s,fields:i})=>({key:e,id:e,name:t,public:s,fields:i.map(t=>({row:`${e}-${t.key}`,key:t.key,label:y(t.label),type:t.type,options:(t.options??[]).join("\n"),required:!!t.required,public:!!t.public}))})),k=e=>[...new Set(e.split("\n").map(e=>e.trim()).filter(Boolean))];function _(e){for(let t=e.length+1;;t+=1)if(!e.some(e=>e.key===`field_${t}`))return`field_${t}`}function f(e,t,s){let i=Math.max(0,Math.min(e.length-1,s));return e.toSpliced(t,1).toSpliced(i,0,e[t])}function h({form:t,here:m,changed:y}){let b=()=>t.get("types"),g=e=>b().findIndex(t=>t.key===e),k=(e,s)=>{for(let i of Object.keys(s))delete t.errors[`types[${e}].${i}`];t.set("types",b().with(e,{...b()[e],...s}))},h=function({form:t,here:s,all:a,set:c}){let m=e=>{let t=a().findIndex(t=>t.fields.some(t=>t.row===e));return[t,a()[t]?.fields.findIndex(t=>t.row===e)??-1]},{grip:y,over:b}=e({keys:e=>a()[m(e)[0]]?.fields.map(e=>e.row)??[],move(e,t){let[i,n]=m(e),l=f(a()[i].fields,n,t);c(i,{fields:l});let r=l.findIndex(t=>t.row===e);s.said=o("settings_tickets.moved",{name:l[r].label["zh-CN"]||l[r].label.en,place:r+1,count:l.length})}});return(e,s,a,m)=>{let g=`types[${s}].fields[${m}]`,k=e=>i(`field.${a.row}.${e}`),_=i=>{for(let e of Object.keys(i))delete t.errors[`${g}.${e}`];c(s,{fields:e.fields.with(m,{...a,...i})})},f=a.label["zh-CN"]||a.label.en||o("settings_tickets.unnamed");return d`<li class="field-row" @dragover=${b(a.row)}>
${y({key:a.row,name:f,place:m,label:o("settings_tickets.move",{name:f,place:m+1}),hint:o("settings_tickets.move_hint")})}
<div class="set-columns">
${u(k("zh"),o("settings_tickets.label_zh"),a.label["zh-CN"],e=>_({label:{...a.label,"zh-CN":e}}),{wrong:t.errors[`${g}.label`]})}
${u(k("en"),o("settings_tickets.label_en"),a.label.en,e=>_({label:{...a.label,en:e}}))}
<div class="set-field">
<div class="set-label"><label for=${k("type")}>${o("settings_tickets.field_type")}</label></div>
${n(k("type"),$.map(e=>({value:e,label:o(`settings_tickets.type_${e}`)})),a.type,e=>_({type:e}))}
</div>
${u(k("key"),o("settings_tickets.field_key"),a.key,e=>_({key:e}),{wrong:t.errors[`${g}.key`],hint:o("settings_tickets.field_key_hint"),max:32})}
</div>
${"select"===a.type?d`<div class="set-field">
<div class="set-label"><label for=${k("options")}>${o("settings_tickets.options")}</label></div>
<textarea id=${k("options")} class="input area" rows=${4} aria-invalid=${t.errors[`${g}.options`]?"true":p} .value=${r(a.options)} @input=${e=>_({options:e.target.value})}></textarea>
<p class="field-error" role="alert">${t.errors[`${g}.options`]??""}</p>
</div>`:p}
${l(a.required,e=>_({required:e}),o("settings_tickets.field_required"))}
${l(a.public,e=>_({public:e}),o("settings_tickets.field_public"),o("settings_tickets.field_public_hint"))}
<button type="button" class="text-button quiet" @click=${()=>c(s,{fields:e.fields.toSpliced(m,1)})}>${o("settings_tickets.remove_field",{name:f})}</button>
</li>`}}({form:t,here:m,all:b,set:k}),v=e=>{m.open=e,y(),e&&requestAnimationFrame(()=>document.getElementById(i(`type.${e}.name`))?.focus())},{grip:w,over:x}=e({keys:()=>b().map(e=>e.key),move(e,s){let i=f(b(),g(e),s);t.set("types",i),m.said=o("settings_tickets.moved",{name:b()[g(e)].name,place:g(e)+1,count:i.length})}}),z=()=>{m.made+=1;let e=`new-${m.made}`;t.set("types",[...b(),{key:e,name:"",public:!1,fields:[]}]),v(e)},j=(e,n)=>{let a=m.open===e.key,r=[e.fields.length?c("settings_tickets.fields_count",e.fields.length):o("settings_tickets.no_fields")];return e.public&&r.push(o("settings_tickets.is_public")),d`<li class="thing rule" data-type=${e.name} @dragover=${x(e.key)}>
${w({key:e.key,name:e.name,place:n,label:o("settings_tickets.move",{name:e.name||o("settings_tickets.unnamed"),place:n+1}),hint:o("settings_tickets.move_hint")})}
<div class="thing-what">
<button type="button" class="rule-name" aria-expanded=${a} @click=${()=>v(a?null:e.key)}>${e.name||o("settings_tickets.unnamed")}</button>
<span class="thing-about">${r.join(" · ")}</span>
</div>
${a?((e,n)=>d`<div class="thing-edit">
${u(i(`type.${e.key}.name`),o("settings_tickets.type_name"),e.name,e=>k(n,{name:e}),{wrong:t.errors[`types[${n}].name`]})}
${l(e.public,e=>k(n,{public:e}),o("settings_tickets.type_public"),o("settings_tickets.type_public_hint"))}
<p class="set-label"><span class="label" id=${i(`type.${e.key}.fields`)}>${o("settings_tickets.fields")}</span></p>
<ol class="field-rows" aria-labelledby=${i(`type.${e.key}.fields`)}>${e.fields.map((t,s)=>h(e,n,t,s))}</ol>
<div class="set-box">
<button type="button" class="button" @click=${()=>((e,t)=>{m.made+=1,k(t,{fields:[...e.fields,{row:`row-${m.made}`,key:_(e.fields),label:{"zh-CN":"",en:""},type:"text",options:"",required:!1,public:!0}]}),requestAnimationFrame(()=>document.getElementById(i(`field.row-${m.made}.zh`))?.focus())})(e,n)}>${s("plus")}${o("settings_tickets.add_field")}</button>
<button type="button" class="button danger" @click=${()=>t.set("types",b().toSpliced(n,1))}>${o("settings_tickets.remove_type")}</button>
</div>
</div>`)(e,n):p}
</li>`};return()=>a(o("settings_tickets.types"),d`${0===b().length?d`<p class="nothing-yet">${o("settings_tickets.no_types")}</p>`:d`<ol class="things rules" id="ticket-types">${b().map(j)}</ol>`}
${t.errors.types?d`<p class="field-error" role="alert">${t.errors.types}</p>`:p}`,o("settings_tickets.types_intro"),d`<button type="button" class="button" id="add-type" @click=${z}>${s("plus")}${o("settings_tickets.add_type")}</button>`)}function v({form:t,here:l,changed:r}){let c=()=>t.get("statuses"),$=e=>c().findIndex(t=>t.key===e),y=(e,s)=>{for(let i of Object.keys(s))delete t.errors[`statuses[${e}].${i}`];t.set("statuses",c().with(e,{...c()[e],...s}))},b=e=>{l.open=e,r(),e&&requestAnimationFrame(()=>document.getElementById(i(`status.${e}.name`))?.focus())},{grip:g,over:k}=e({keys:()=>c().map(e=>e.key),move(e,s){let i=$(e),n=f(c(),i,s);t.set("statuses",n),l.said=o("settings_tickets.moved",{name:c()[$(e)].name,place:$(e)+1,count:n.length})}}),_=()=>{l.made+=1;let e=`new-${l.made}`,s=c().findLastIndex(e=>"on_hold"===e.category);t.set("statuses",c().toSpliced(s+1,0,{key:e,name:"",public_name:{"zh-CN":"",en:""},category:"on_hold",builtin:!1})),b(e)},h=(e,s)=>{let a=l.open===e.key;return d`<li class="thing rule" data-status=${e.name} @dragover=${k(e.key)}>
${g({key:e.key,name:e.name,place:s,label:o("settings_tickets.move",{name:e.name||o("settings_tickets.unnamed"),place:s+1}),hint:o("settings_tickets.move_hint")})}
<div class="thing-what">
<button type="button" class="rule-name" aria-expanded=${a} @click=${()=>b(a?null:e.key)}>${e.name||o("settings_tickets.unnamed")}</button>
<span class="thing-about">${[o(`settings_tickets.category_${e.category}`),o("settings_tickets.told",{text:e.public_name[document.documentElement.lang]||e.public_name["zh-CN"]||e.public_name.en||e.name})].join(" · ")}</span>
</div>
${a?((e,s)=>{let l=t=>i(`status.${e.key}.${t}`),a=t=>i=>y(s,{public_name:{...e.public_name,[t]:i}});return d`<div class="thing-edit">
<div class="set-columns">
${u(l("name"),o("settings_tickets.name"),e.name,e=>y(s,{name:e}),{wrong:t.errors[`statuses[${s}].name`]})}
<div class="set-field">
<div class="set-label"><label for=${l("category")}>${o("settings_tickets.category")}</label></div>
${e.builtin?d`<p class="fixed-value" id=${l("category")}>${o(`settings_tickets.category_${e.category}`)}</p>`:n(l("category"),m.map(e=>({value:e,label:o(`settings_tickets.category_${e}`)})),e.category,e=>y(s,{category:e}))}
<p class="field-hint">${o(`settings_tickets.means_${e.category}`)}</p>
<p class="field-error" role="alert">${t.errors[`statuses[${s}].category`]??""}</p>
</div>
${u(l("public-zh"),o("settings_tickets.public_zh"),e.public_name["zh-CN"],a("zh-CN"),{wrong:t.errors[`statuses[${s}].public_name`],hint:o("settings_tickets.public_hint")})}
${u(l("public-en"),o("settings_tickets.public_en"),e.public_name.en,a("en"))}
</div>
${e.builtin?p:d`<div class="set-box"><button type="button" class="button danger" @click=${()=>t.set("statuses",c().toSpliced(s,1))}>${o("settings_tickets.remove_status")}</button></div>`}
</div>`})(e,s):p}
</li>`};return()=>a(o("settings_tickets.statuses"),d`<ol class="things rules" id="ticket-statuses">${c().map(h)}</ol>
${t.errors.statuses?d`<p class="field-error" role="alert">${t.errors.statuses}</p>`:p}`,o("settings_tickets.statuses_intro"),d`<button type="button" class="button" id="add-status" @click=${_}>${s("plus")}${o("settings_tickets.add_status")}</button>`)}function w({code:e,field:t,status:s,document:i="statuses"}){return"version"===e?{[i]:o("settings_tickets.outdated")}:"in_use"===e?{[i]:o(`settings_tickets.in_use_${i}`)}:400===s&&t?{[t]:o("settings_tickets.wrong_value")}:{}}function x({call:e,changed:s}){let i={versions:{statuses:0,types:0},open:null,made:0,said:""},n=t({async read(){let[t,s]=await Promise.all([e("GET","/ticket-statuses"),e("GET","/ticket-types")]);return i.versions={statuses:t.version,types:s.version},{statuses:b(t.statuses),types:g(s.types)}},check:e=>Object.fromEntries(Object.entries(function({statuses:e,types:t}){let s={};return e.forEach((e,t)=>{e.name.trim()||(s[`statuses[${t}].name`]="name")}),t.forEach((e,t)=>{e.name.trim()||(s[`types[${t}].name`]="name"),e.fields.forEach((i,n)=>{let l=`types[${t}].fields[${n}]`;!i.label["zh-CN"].trim()&&!i.label.en.trim()&&(s[`${l}.label`]="label"),/^[a-z0-9_]{1,32}$/.test(i.key)?e.fields.findIndex(e=>e.key===i.key)!==n&&(s[`${l}.key`]="key_twice"):s[`${l}.key`]="key","select"===i.type&&0===k(i.options).length&&(s[`${l}.options`]="options")})}),s}(e)).map(([e,t])=>[e,o(`settings_tickets.wrong_${t}`)])),refused:w,async write(t,s){let n=async(t,s)=>{try{let n=await e("PUT",`/ticket-${t}`,{version:i.versions[t],[t]:s});return i.versions[t]=n.version,n[t]}catch(e){throw Object.assign(e,{document:t})}};return s.includes("statuses")&&(t.statuses=b(await n("statuses",(e=>e.map(({id:e,name:t,public_name:s,category:i})=>({...e?{id:e}:{},name:t.trim(),public_name:s["zh-CN"].trim()||s.en.trim()?s:null,category:i})))(t.statuses)))),s.includes("types")&&(t.types=g(await n("types",(e=>e.map(({id:e,name:t,public:s,fields:i})=>({...e?{id:e}:{},name:t.trim(),public:s,fields:i.map(({key:e,label:t,type:s,options:i,required:n,public:l})=>({key:e,label:t,type:s,..."select"===s?{options:k(i)}:{},required:n,public:l}))})))(t.types)))),i.open=null,t},changed(){let e="ready"===n.phase?function(e){for(let t of Object.keys(e)){let e=/^(statuses|types)\[(\d+)\]/.exec(t);if(e)return{list:e[1],at:Number(e[2])}}return null}(n.errors):null;e&&(i.open=n.get(e.list)[e.at]?.key??i.open),s()}}),l=v({form:n,here:i,changed:s}),a=h({form:n,here:i,changed:s});return{form:n,body:()=>d`<p class="page-intro">${o("settings_tickets.intro")}</p>${l()}${a()}<p class="hidden" aria-live="polite">${i.said}</p>`}}export{x as ticketsPage};
